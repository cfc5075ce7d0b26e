import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFENSES } from '../../policy/offenses/catalogue.ts';
import { leafHash } from '../../proof/hash.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import { breaches, refusalOf, type Row } from '../support/store-attack.ts';
import { LOG, now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

const next = (): number => world.sealed.seq + 1;

function entry(seq: number, digests: readonly string[] = []): Row {
  const leaf = leafBytes({
    log: LOG,
    seq,
    id: randomUUID(),
    at: now(),
    type: 'test.recorded',
    actor: randomUUID(),
    digests,
  });
  return { seq, leaf, leaf_hash: leafHash(leaf) };
}

function odd(content: object): Row {
  const leaf = Buffer.from(JSON.stringify({ seq: next(), type: 'test.recorded', ...content }));
  return { seq: next(), leaf, leaf_hash: leafHash(leaf) };
}

const disclosed = (value: unknown, name = 'texts'): string =>
  Buffer.from(JSON.stringify(['x'.repeat(43), name, value])).toString('base64url');

function withDisclosure(value: unknown, name = 'texts') {
  const text = disclosed(value, name);
  const digest = createHash('sha256').update(text).digest('base64url');
  const before = [['ledger_entry', entry(next(), [digest])]] as const;
  return { name: '', table: 'disclosure', before, row: { seq: next(), name, text } };
}

describe('the ledger', () => {
  it('takes the next entry and what it discloses', () => {
    expect(refusalOf(world, { name: '', table: 'ledger_entry', row: entry(next()) })).toBeNull();
    expect(refusalOf(world, withDisclosure({ narrative: 'Calm during transport.' }))).toBeNull();
  });

  it.each<readonly [string, () => Row]>([
    ['that leaves a gap', () => entry(next() + 1)],
    ['under a number that is taken', () => entry(0)],
    ['whose hash is of something else', () => ({ ...entry(next()), leaf_hash: leafHash(Buffer.from('{}')) })],
    ['whose hash is too short', () => ({ ...entry(next()), leaf_hash: Buffer.alloc(8) })],
    ['whose bytes tell another number', () => ({ ...entry(next() + 1), seq: next() })],
    ['that is no JSON', () => ({ seq: next(), leaf: Buffer.from('text'), leaf_hash: leafHash(Buffer.from('text')) })],
    ['with a name in it', () => odd({ name: 'Alex Testperson' })],
    ['whose type is a sentence', () => odd({ type: 'he is undocumented' })],
  ])('refuses an entry %s', (name, row) => {
    expect(breaches(world, { name, table: 'ledger_entry', row: row() })).toEqual([]);
  });

  it.each<readonly [string, unknown]>([
    ['tells a status', { narrative: 'He is undocumented.' }],
    ['tells a status deep inside', { list: [{ more: ['he is an illegal alien'] }] }],
    ['has a protected name', { person: { place_of_birth: 'X' } }],
    ['tells a status beside an agency', { agency: 'ICE', purpose: 'He is undocumented.' }],
  ])('refuses a disclosure that %s', (_name, value) => {
    expect(breaches(world, withDisclosure(value))).toEqual([]);
  });

  it('refuses a disclosure whose digest is in no entry', () => {
    const row = { seq: 0, name: 'more', text: disclosed('nothing') };
    expect(breaches(world, { name: '', table: 'disclosure', row })).toEqual([]);
  });

  it('takes the catalogue at its word, and nobody else', () => {
    const typed = { offense: 'abdw', charge_description: 'Entry of an undocumented person' };
    expect(breaches(world, withDisclosure([typed], 'charges'))).toEqual([]);
    for (const { id, title } of OFFENSES) {
      expect(refusalOf(world, withDisclosure([{ offense: id, charge_description: title }], 'charges'))).toBeNull();
    }
  });
});

describe('numbers', () => {
  const row = (): Row => ({
    kind: 'booking',
    year: 2026,
    seq: 4,
    number: '2026-00004',
    record_id: randomUUID(),
    reserved_at: now(),
    reserved_by: world.station.officer.id,
  });

  it('follow one another', () => {
    expect(refusalOf(world, { name: '', table: 'number_reservation', row: row() })).toBeNull();
  });

  it.each<readonly [string, Row]>([
    ['leaves a gap', { seq: 5, number: '2026-00005' }],
    ['was given before', { seq: 3, number: '2026-00003' }],
    ['is written otherwise', { number: '2026-4' }],
    ['is of a kind that is none', { kind: 'visit', seq: 1 }],
  ])('refuse one that %s', (name, change) => {
    expect(breaches(world, { name, table: 'number_reservation', row: { ...row(), ...change } })).toEqual([]);
  });
});
