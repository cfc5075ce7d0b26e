// Rows of an order that is carried out, as the program would write them; an attack changes one thing of one of them.
import { randomBytes, randomUUID } from 'node:crypto';
import { leafHash } from '../../proof/hash.ts';
import { digestDisclosure, makeDisclosure } from '../../services/ledger/disclosure.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import type { Attack, Row } from './store-attack.ts';
import { connectTo } from './store-place.ts';
import { LOG, NOBODYS, now } from './store-station.ts';
import type { World } from './store-world.ts';

export type Before = NonNullable<Attack['before']>;
export type Told = Readonly<Record<string, unknown>>;

/** The second person; not there before `clerk`. */
export const CLERK = randomUUID();
export const ORDER = { kind: 'expunge', section: '100K', court: 'Exampleton District Court', docket: '1' };

/** Number of the entry that comes next. */
export function nextEntry(world: World): number {
  return world.sealed.seq + 1;
}

/** Entries that a saved booking stands under. */
export function entriesOf(world: World, bookingId: string): readonly number[] {
  const connection = connectTo(world.station.place);
  const of =
    'select entry_seq from booking where id = ? union select entry_seq from booking_version where booking_id = ?';
  const entries = connection.prepare(of).pluck().all(bookingId, bookingId).map(Number);
  connection.close();
  return entries;
}

/** One more entry, with what it discloses. */
export function entry(told: Told, { seq, type = 'records.kept' }: { seq: number; type?: string }): Before {
  const given = Object.entries(told).filter(([, value]) => value !== undefined);
  const texts = given.map(([name, value]) => ({ name, text: makeDisclosure(name, value, randomBytes(32)) }));
  const digests = texts.map(({ text }) => digestDisclosure(text));
  const leaf = leafBytes({ log: LOG, seq, id: randomUUID(), at: now(), type, actor: CLERK, digests });
  return [
    ['ledger_entry', { seq, leaf, leaf_hash: leafHash(leaf) }],
    ...texts.map(({ name, text }) => ['disclosure', { seq, name, text }] as const),
  ];
}

/** Somebody who may stand for an order beside the chief. */
export function clerk(world: World): Before {
  const who = { id: CLERK, name: 'dana', display_name: 'Dana Fictional', badge: '7', role: 'records-clerk' };
  const row = { entry_seq: world.spare, ...who, verifier: NOBODYS, created_at: now(), created_by: CLERK };
  return [['person', row]];
}

/** The row of the order under the next entry. */
export function expungeRow(world: World, change: Row = {}): Row {
  const by = world.station.chief.id;
  return { entry_seq: nextEntry(world), at: now(), by, cosigned_by: CLERK, ...change };
}

/** The seal that the events below are of. */
export const SEALING = randomUUID();

/** A seal on the other booking, under the next entry. */
export function sealingRow(world: World, change: Row = {}): Row {
  const by = world.station.chief.id;
  const one = { entry_seq: nextEntry(world), id: randomUUID(), booking_id: world.other, at: now() };
  return { ...one, by, cosigned_by: CLERK, ...change };
}

/** That the seal was opened, under the entry after its own. */
export function openedRow(world: World, change: Row = {}): Row {
  const by = world.station.chief.id;
  const one = { entry_seq: nextEntry(world) + 1, id: randomUUID(), sealing_id: SEALING, kind: 'opened', at: now() };
  return { ...one, by, cosigned_by: null, ...change };
}

/** Somebody to tell, under the next entry. */
export function recallRow(world: World, change: Row = {}): Row {
  const by = world.station.chief.id;
  const whom = { audience: 'ICE', reached: '617-555-0100', number: 'N-2026-00001', left_at: now(-86_400_000) };
  return { entry_seq: nextEntry(world), id: randomUUID(), ...whom, at: now(), by, ...change };
}

/** Everything that lets these entries go. */
export function carriedOut(world: World, gone: readonly number[]): Before {
  const told = { order: ORDER, gone, kept: [] };
  return [...clerk(world), ...entry(told, { seq: nextEntry(world) }), ['expunge', expungeRow(world)]];
}
