import type { EntryType } from '../contract/entry-types.ts';
import type { WriteTx } from '../db/database.ts';
import { stamp } from './clock.ts';
import { appendEntry, type Disclosures } from './ledger/append.ts';
import type { Member } from './route.ts';
import type { Sources } from './state.ts';

/** When and by whom a record comes to be, and the ledger entry that covers it. */
export interface RecordMeta {
  readonly at: string;
  readonly by: string;
  readonly entrySeq: number;
  /** Texts of sealed disclosures, by name; the sealed record keeps them itself. */
  readonly sealed: Readonly<Record<string, string>>;
}

/** Who writes into which log. */
export interface Scribe {
  readonly sources: Sources;
  readonly log: string;
  readonly actor: string;
}

export interface Covered {
  readonly type: EntryType;
  readonly disclosures: Disclosures;
  /** Committed to by the entry, but never stored beside it: the status compartment. */
  readonly sealed?: Disclosures;
  /** Sequence number of the entry that this one corrects. */
  readonly supersedes?: number;
}

/** Appends the entry that covers a new record, in the record's own transaction. */
export async function coverBy(tx: WriteTx, scribe: Scribe, covered: Covered): Promise<RecordMeta> {
  const { clock, ids, random } = scribe.sources;
  const at = stamp(clock.now());
  const entry = await appendEntry(tx, { log: scribe.log, id: ids.uuid(), at, actor: scribe.actor, ...covered }, random);
  return { at, by: scribe.actor, entrySeq: entry.seq, sealed: entry.sealed };
}

/** Somebody who has signed in, as the one who writes. */
export function scribeOf({ state, open, person }: Member): Scribe {
  return { sources: state.options, log: open.station.logOrigin, actor: person.id };
}

/** The same for somebody who has signed in. */
export function cover(tx: WriteTx, member: Member, covered: Covered): Promise<RecordMeta> {
  return coverBy(tx, scribeOf(member), covered);
}
