import { createPrivateKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertDecision } from '../../../db/ground/writer.ts';
import { insertAdoption } from '../../../db/policy/writer.ts';
import { insertCertificate, insertPolicyPack } from '../../../db/station/writer.ts';
import { loadPack } from '../../../policy/packs/load-pack.ts';
import type { Pack } from '../../../policy/packs/pack.ts';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };
import { adoptionHolds, signAdoption } from '../../../services/export/pack-signature.ts';
import { issueCertificates } from '../../../services/keys/certificates.ts';
import { digestOf } from '../../../services/ledger/digest.ts';
import { checkPolicy } from '../../../services/pack-check.ts';
import { readPackBook, standingPack, type PackBook } from '../../../services/pack-book.ts';
import { memberOf } from '../../support/door-member.ts';
import { saveOne } from '../../support/store-records.ts';
import { cover, LOG, newStation, now, type TestStation } from '../../support/store-station.ts';

let made: TestStation;
let key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
beforeAll(async () => {
  made = await newStation();
  const issued = await issueCertificates({
    stationName: 'Exampleton Police',
    ori: 'MA0EX0100',
    now: new Date(),
    random: randomBytes,
  });
  key = createPrivateKey({ key: Buffer.from(issued.signingPrivateKey), format: 'der', type: 'pkcs8' });
  await made.store.transaction(async (tx) => {
    for (const certificate of issued.certificates) await insertCertificate(tx, certificate, await cover(tx));
  });
});
afterAll(() => made.end());

function packOf(version: string): Pack {
  const loaded = loadPack({ ...westborough, version });
  if (!loaded.ok) throw new Error(loaded.problems.join());
  return loaded.pack;
}

/** Spelt as a signature is; no key made it. */
const HEADER = Buffer.from(JSON.stringify({ alg: 'ES256', kid: 'A'.repeat(43), typ: 'policy-adoption+jws' }));
const UNSIGNED = `${HEADER.toString('base64url')}..${'A'.repeat(86)}`;

interface Planted {
  readonly stored?: Pack;
  readonly log?: string;
  readonly signedBy?: typeof key;
  readonly signature?: string;
}

/** An adoption as the station writes it, but for what is planted. */
async function adopt(version: string, planted: Planted = {}): Promise<string> {
  const pack = packOf(version);
  const digest = digestOf(pack);
  await made.store.transaction(async (tx) => {
    const meta = { ...(await cover(tx)), by: made.chief.id };
    await insertPolicyPack(tx, { digest, pack: planted.stored ?? pack }, meta);
    const statement = { digest, log: planted.log ?? LOG, adoptedAt: meta.at, adoptedBy: meta.by };
    const signature = planted.signature ?? signAdoption(statement, planted.signedBy ?? key);
    await insertAdoption(tx, { digest, signature }, meta);
  });
  return digest;
}

const book = (): Promise<PackBook> => readPackBook(made.store.read);

async function proofOf(digest: string): Promise<string | undefined> {
  return (await book())?.find((one) => one.digest === digest)?.proof;
}

describe('an adopted version', () => {
  it('is good where its words and its signature are the ones of its adoption', async () => {
    expect(await proofOf(await adopt('good'))).toBe('good');
  });

  it.each<readonly [string, string, () => Planted, string]>([
    ['its words were edited by hand', 'a', () => ({ stored: { ...packOf('a'), title: 'Other words' } }), 'unreadable'],
    ['its words are another version', 'b', () => ({ stored: packOf('other') }), 'unreadable'],
    ['another log signed it', 'c', () => ({ log: 'sallyport.invalid/elsewhere' }), 'wrong-signature'],
    [
      'another key signed it',
      'd',
      () => ({ signedBy: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }),
      'wrong-signature',
    ],
    ['nobody signed it', 'e', () => ({ signature: UNSIGNED }), 'wrong-signature'],
  ])('is of no use where %s', async (...[, version, plant, proof]) => {
    const digest = await adopt(version, plant());
    expect(await proofOf(digest)).toBe(proof);
    // It is the last one from that day, so nothing is in force: no earlier version steps in.
    const { pack, trouble } = standingPack(await book(), '2026-11-25');
    expect([trouble, pack.matrix, pack.effectiveFrom]).toEqual([proof, [], '9999-12-31']);
  });

  it('is refused by the database where no chief adopted it', async () => {
    const pack = packOf('not by the chief');
    const digest = digestOf(pack);
    const written = made.store.transaction(async (tx) => {
      const meta = { ...(await cover(tx)), by: made.supervisor.id };
      await insertPolicyPack(tx, { digest, pack }, meta);
      await insertAdoption(tx, { digest, signature: UNSIGNED }, meta);
    });
    await expect(written).rejects.toThrow();
  });
});

describe('a signature', () => {
  const statement = { digest: 'ab'.repeat(32), log: LOG, adoptedAt: '2026-11-25T05:00:00.00Z', adoptedBy: 'u1' };

  it.each([
    ['no parts', 'abc'],
    ['a payload of its own', 'e30.e30.e30'],
    ['a header that is no JSON', 'e..e30'],
    [
      'a header of another algorithm',
      `${Buffer.from('{"alg":"none","kid":"x","typ":"policy-adoption+jws"}').toString('base64url')}..e30`,
    ],
    ['nothing', ''],
  ])('with %s does not hold, and nothing is thrown', (_, signature) => {
    expect(adoptionHolds(signature, statement, [])).toBe(false);
  });
});

describe('a book', () => {
  it.each([
    ['that cannot be read', null, 'unreadable'],
    ['that is empty', [], 'none-adopted'],
  ])('%s opens nothing', (_, versions, trouble) => {
    const standing = standingPack(versions, '2026-11-25');
    expect([standing.trouble, standing.pack.matrix]).toEqual([trouble, []]);
  });

  it('of a store that is closed cannot be read, and nothing is thrown', async () => {
    const other = await newStation();
    await other.store.close();
    expect(await readPackBook(other.store.read)).toBeNull();
    other.place.remove();
  });
});

describe('a decision on record', () => {
  it('is judged again by the version of its time; one that comes out otherwise is found', async () => {
    const { open } = memberOf(made);
    open.packBook = await book();
    const { bookingId } = await made.store.transaction((tx) => saveOne(tx, made));
    const packDigest = await adopt('again');
    open.packBook = await book();
    const facts = {
      id: 'c',
      at: '2026-03-08T01:40:00-05:00',
      act: 'notify-ice',
      ground: '2a',
      subject: { role: 'victim' },
    };
    const keep = (outcome: 'allow' | 'refuse'): Promise<void> =>
      made.store.transaction(async (tx) => {
        const meta = { ...(await cover(tx)), by: made.officer.id, at: now() };
        const judged = { id: randomUUID(), bookingId, ground: '2a', facts, packDigest, act: 'notify-ice' } as const;
        await insertDecision(tx, { ...judged, outcome }, meta);
      });
    const found = async (): Promise<boolean | undefined> =>
      (await checkPolicy(open)).find(({ name }) => name === 'decisions')?.ok;
    await keep('refuse');
    expect(await found()).toBe(true);
    await keep('allow');
    expect(await found()).toBe(false);
  });
});
