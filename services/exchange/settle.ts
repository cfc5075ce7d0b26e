import type { BookingDraft } from '../../policy/booking.ts';
import type { Cleared } from '../../policy/gate.ts';
import { contentDigest, type IdentityIndex, type SourceKey } from './identity.ts';
import type { ImportRecord } from './import-record.ts';
import type { Judged } from './judge.ts';
import type { Outcome, RowVerdict } from './outcome.ts';

/** A booking that passed the gate, with where it came from. */
export interface ClearedBooking {
  readonly draft: Cleared<BookingDraft>;
  readonly source: SourceKey;
  /** SHA-256 of what the booking says, hex. */
  readonly digest: string;
  readonly rows: readonly number[];
}

export interface KnownSource {
  readonly bookingId: string;
  readonly admission: string;
  readonly rowDigest: string;
}

/** A row that is kept apart; headings and categories only. */
export interface ApartRow {
  readonly row: number;
  readonly sourceId: string | null;
  readonly headings: readonly string[];
  readonly categories: readonly string[];
}

/** Where an import stores. All of its calls belong to one transaction: whoever opened it rolls back on any refusal. */
export interface ImportSink {
  /** Every admission known under an id, each with its newest content; also what this import has stored. */
  list(source: { readonly sourceSystem: string; readonly sourceId: string }): Promise<readonly KnownSource[]>;
  insert(booking: ClearedBooking): Promise<void>;
  /** A new version of a booking, as a correction whose reason is that the records system sent it again. */
  update(bookingId: string, booking: ClearedBooking): Promise<void>;
  quarantine(row: ApartRow): Promise<void>;
}

export interface Settling {
  readonly index: IdentityIndex;
  /** Null on a dry run. */
  readonly sink: ImportSink | null;
  /** Name of the system where rows do not name one. */
  readonly sourceSystem: string;
}

/** Decides what a judged record is to the store, writes it there, and says what became of it. */
export async function settle(record: ImportRecord, judged: Judged, settling: Settling): Promise<Outcome> {
  const plain = { rows: record.rows, carried: [], problems: [], notes: record.notes, twice: false };
  if (judged.kind === 'failed') {
    return { ...plain, sourceId: judged.sourceId, verdict: 'failed', problems: judged.problems, notes: [] };
  }
  if (judged.kind === 'clear') return settleClear(record, judged, settling);
  const apart: Outcome = { ...plain, sourceId: judged.sourceId, verdict: 'quarantined', carried: judged.carried };
  await settling.sink?.quarantine({
    row: record.rows[0] ?? 0,
    sourceId: judged.sourceId,
    headings: [...new Set(judged.carried.map(({ heading }) => heading))],
    categories: [...new Set(judged.carried.map(({ category }) => category))],
  });
  return apart;
}

async function settleClear(
  record: ImportRecord,
  { draft, notes }: Judged & { kind: 'clear' },
  settling: Settling,
): Promise<Outcome> {
  const source = sourceOf(record, settling);
  const digest = contentDigest(draft);
  const seen = settling.index.find(source, digest);
  const known = settling.sink === null ? [] : await settling.sink.list(source);
  const stored = known.find(({ admission }) => admission === source.admission);
  const verdict = verdictOf({ seen, stored, digest });
  if (settling.sink !== null)
    await store(settling.sink, { draft, source, digest, rows: record.rows }, { verdict, stored });
  if (!seen.same) settling.index.add(source, digest);
  const twice = verdict === 'accepted' && (seen.otherAdmission || known.length > 0);
  const { rows } = record;
  return {
    rows,
    sourceId: source.sourceId,
    verdict,
    carried: [],
    problems: [],
    notes: [...record.notes, ...notes],
    twice,
  };
}

async function store(
  sink: ImportSink,
  booking: ClearedBooking,
  { verdict, stored }: { readonly verdict: RowVerdict; readonly stored: KnownSource | undefined },
): Promise<void> {
  if (verdict === 'accepted') await sink.insert(booking);
  if (verdict === 'updated' && stored !== undefined) await sink.update(stored.bookingId, booking);
}

interface Sighting {
  readonly seen: { readonly same: boolean; readonly admission: boolean };
  readonly stored: KnownSource | undefined;
  readonly digest: string;
}

/** An exact repeat of anything in this file, or of the newest in the store, is a duplicate; a change is an update. */
function verdictOf({ seen, stored, digest }: Sighting): 'accepted' | 'updated' | 'duplicate' {
  if (seen.same || stored?.rowDigest === digest) return 'duplicate';
  return seen.admission || stored !== undefined ? 'updated' : 'accepted';
}

function sourceOf(record: ImportRecord, { sourceSystem }: Settling): SourceKey {
  const { source_system: system, booking_datetime: admission } = record.draft.fields;
  return {
    sourceSystem: typeof system === 'string' ? system : sourceSystem,
    sourceId: record.sourceId ?? '',
    admission: typeof admission === 'string' ? admission : '',
  };
}
