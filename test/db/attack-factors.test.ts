import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDigest } from '../../db/security-key/credential.ts';
import { signedAttacks, type SignedAttacks } from '../support/signed-attacks.ts';
import { breaches, refusalOf, type Row } from '../support/store-attack.ts';
import {
  another,
  newSignedWorld,
  signedRows,
  type SignedRows,
  type SignedTable,
  type SignedWorld,
} from '../support/store-signed-rows.ts';

let world: SignedWorld;
let good: SignedRows;
let write: SignedAttacks['write'];
let next: SignedAttacks['next'];
beforeAll(async () => {
  world = await newSignedWorld();
  good = signedRows(world);
  ({ write, next } = signedAttacks(good, world.third));
});
afterAll(() => world.station.end());

const told = (text: string): string => Buffer.from(text).toString('base64url');

const ATTACKS: readonly (readonly [name: string, table: SignedTable, change: () => Row])[] = [
  ['a factor in plain', 'second_factor', () => ({ sealed: Buffer.alloc(656, 'He is undocumented. ') })],
  ['a factor whose length tells something', 'second_factor', () => ({ sealed: Buffer.alloc(655, 255) })],
  ['a factor under a nonce that is a sentence', 'second_factor', () => ({ nonce: 'is undocumented!' })],
  ['a code of a factor that nobody has', 'second_factor_event', () => ({ factor_id: randomUUID() })],
  ['a code without its step', 'second_factor_event', () => ({ step: null })],
  ['a factor that was lent', 'second_factor_event', () => ({ kind: 'lent' })],
  ['a factor taken away with a step', 'second_factor_event', () => ({ kind: 'removed', by: world.station.chief.id })],
  ['a factor taken away by its owner', 'second_factor_event', () => ({ kind: 'removed', step: null })],
  ['a factor taken away by who left', 'second_factor_event', () => ({ kind: 'removed', step: null, by: world.gone })],
  ['a factor taken away by nobody', 'second_factor_event', () => ({ kind: 'removed', step: null, by: randomUUID() })],
  ['a key called by a status', 'security_key', () => ({ name: 'the illegal alien' })],
  ['a key found by a sentence', 'security_key', () => ({ credential: withDigest(told('He is undocumented.')) })],
  ['a key found by a word without its digest', 'security_key', () => ({ credential: 'came-here-without-any-papers' })],
  ['a key that is no point of a curve', 'security_key', () => ({ public_key: told('He is undocumented. '.repeat(5)) })],
  ['a key that counted below nothing', 'security_key', () => ({ sign_count: -1 })],
  ['a touch of a key that nobody has', 'security_key_event', () => ({ key_id: randomUUID() })],
  ['a touch that counts no further', 'security_key_event', () => ({ sign_count: 3 })],
  ['a touch that stopped counting', 'security_key_event', () => ({ sign_count: 0 })],
  ['a touch that counts beyond its bits', 'security_key_event', () => ({ sign_count: 2 ** 32 })],
  ['a touch without its count', 'security_key_event', () => ({ sign_count: null })],
  ['a key that was lent', 'security_key_event', () => ({ kind: 'lent' })],
  ['a key taken away with a count', 'security_key_event', () => ({ kind: 'removed' })],
];

describe('the tables of second factors and of security keys', () => {
  it.each(ATTACKS)('refuse %s', (_name, table, change) => {
    expect(breaches(world, write(table, change()))).toEqual([]);
  });

  it('let a keeper take a factor away, and an administrator no chief’s', () => {
    const [who, taken] = [randomUUID(), { kind: 'removed', step: null }];
    const keeper = [another(world, who, 'administrator')];
    expect(refusalOf(world, write('second_factor_event', { ...taken, by: world.station.chief.id }))).toBeNull();
    expect(refusalOf(world, write('second_factor_event', { ...taken, by: who }, keeper))).toBeNull();
    const chiefs = { ...good.second_factor, person_id: world.station.chief.id };
    const before = [...keeper, ['second_factor', chiefs] as const];
    expect(breaches(world, { ...write('second_factor_event', { ...taken, by: who }), before })).toEqual([]);
  });

  it('take a code once, and none of a factor that was taken away', () => {
    const taken = { kind: 'removed', step: null, by: world.station.chief.id };
    expect(refusalOf(world, next('second_factor_event', { step: 8 }))).toBeNull();
    expect(breaches(world, next('second_factor_event'))).toEqual([]);
    expect(breaches(world, next('second_factor_event', { step: 8 }, taken))).toEqual([]);
  });

  it('take a touch of a key that counts on, and none once it or the factor beside it was taken away', () => {
    expect(refusalOf(world, next('security_key_event', { sign_count: 5 }))).toBeNull();
    expect(breaches(world, next('security_key_event', { sign_count: 4 }))).toEqual([]);
    const removed = { kind: 'removed', sign_count: null };
    expect(breaches(world, next('security_key_event', { sign_count: 5 }, removed))).toEqual([]);
    const [by, early] = [world.station.chief.id, { ...good.second_factor, entry_seq: world.first }];
    const stands = [
      ['second_factor', early],
      ['security_key', good.security_key],
    ] as const;
    const touch = { ...good.security_key_event, entry_seq: world.first };
    const taken = { ...good.second_factor_event, entry_seq: world.third, kind: 'removed', step: null, by };
    const attack = { name: 'touch', table: 'security_key_event', row: touch };
    expect(refusalOf(world, { ...attack, before: stands })).toBeNull();
    expect(breaches(world, { ...attack, before: [...stands, ['second_factor_event', taken]] })).toEqual([]);
  });

  it('take no key beside a factor that was taken away', () => {
    const taken = { ...good.second_factor_event, kind: 'removed', step: null, by: world.station.chief.id };
    const before = [
      ['second_factor', good.second_factor],
      ['second_factor_event', taken],
    ] as const;
    const row = { ...good.security_key, entry_seq: world.third };
    expect(breaches(world, { name: 'key', table: 'security_key', row, before })).toEqual([]);
  });
});
