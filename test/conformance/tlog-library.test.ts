// Proofs of our log, judged by the library of other hands: those that left a station, and those of many trees.
import { generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkpointText } from '../../proof/checkpoint.ts';
import { signNote } from '../../proof/note.ts';
import { inclusionRanges } from '../../proof/ranges.ts';
import { logProofText } from '../../proof/tlog-proof.ts';
import { FORMAT } from '../format/vector.ts';
import { leaves, pathOf, treeHash } from '../proof/whole-tree.ts';
import { entryOf, judgeByLibrary, type Logged } from '../support/tlog-library.ts';

const GOOD = join(FORMAT, 'good');
const handedOut = readdirSync(GOOD, { recursive: true, encoding: 'utf8' })
  .map((path) => dirname(join(GOOD, path)))
  .filter((folder, at, all) => all.indexOf(folder) === at)
  .filter((folder) => ['record.tlog-proof', 'station-signing.pem'].every((name) => existsSync(join(folder, name))));

function loggedIn(folder: string): Logged {
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const { publicKey: key } = new X509Certificate(text('station-signing.pem'));
  return { entry: entryOf(text('record.sd-jwt')), proof: text('record.tlog-proof'), key };
}

const ORIGIN = 'sallyport.invalid/library';
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A proof for each of these places in a tree of so many leaves, under one head. */
function provedIn(size: number, places: readonly number[]): readonly Logged[] {
  const hashes = leaves(size);
  const text = checkpointText({ origin: ORIGIN, size, root: treeHash(hashes) });
  const checkpoint = signNote(text, { name: ORIGIN, key: keys.privateKey, publicKey: keys.publicKey });
  return places.map((index) => ({
    entry: Buffer.from(`leaf ${String(index)}`),
    proof: logProofText({ index, path: pathOf(hashes, inclusionRanges(index, size)), checkpoint }),
    key: keys.publicKey,
  }));
}

const every = (size: number): readonly number[] => Array.from({ length: size }, (_, at) => at);

describe('@sigstore/verify', () => {
  it('finds each record that leaves in the log of its station', () => {
    expect(handedOut.length).toBeGreaterThan(3);
    for (const folder of handedOut) judgeByLibrary(loggedIn(folder));
  });

  it('takes the proof of every place in trees of every size up to 48, and of some in a larger one', () => {
    const trees = every(48).map((less) => provedIn(less + 1, every(less + 1)));
    const large = provedIn(1_025, [0, 1, 511, 512, 1_023, 1_024]);
    const all = [...trees.flat(), ...large];
    expect(all).toHaveLength((48 * 49) / 2 + 6);
    for (const one of all) judgeByLibrary(one);
  });

  it.each<readonly [string, (logged: Logged) => Logged, string]>([
    ['another entry', (one) => ({ ...one, entry: Buffer.from('leaf 12') }), 'does not match'],
    [
      'another place',
      ({ proof, ...one }) => ({ ...one, proof: proof.replace('index 11', 'index 10') }),
      'does not match',
    ],
    [
      'a hash less',
      ({ proof, ...one }) => ({ ...one, proof: proof.replace(/(index 11\n)[^\n]+\n/, '$1') }),
      'hash count',
    ],
    ['another size', ({ proof, ...one }) => ({ ...one, proof: proof.replace('\n21\n', '\n22\n') }), 'signature'],
    ['the key of another station', (one) => ({ ...one, key: otherKey() }), 'signature'],
  ])('refuses %s', (_name, change, why) => {
    const [good] = provedIn(21, [11]);
    if (good === undefined) throw new Error('there is no proof');
    judgeByLibrary(good);
    expect(() => {
      judgeByLibrary(change(good));
    }).toThrow(why);
  });
});

function otherKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
}
