import { contentDigest, identityIndex, type IdentityIndex, type SourceKey } from './identity.ts';
import type { ImportRecord } from './import-record.ts';
import type { Judged } from './judge.ts';
import type { Outcome } from './outcome.ts';
import type { ClearedBooking, ImportSink, KnownSource } from './settle.ts';

/** Decides what each record is to the store, writes it there, and says what became of it. */
export interface Settler {
  /** Outcomes that are certain now: mostly the one of this record, sometimes that of an earlier one. */
  settle(record: ImportRecord, judged: Judged): Promise<readonly Outcome[]>;
  /** Outcomes of what still waited. */
  finish(): Promise<readonly Outcome[]>;
}

export interface SettlerOptions {
  /** Null on a dry run that is compared with nothing stored. */
  readonly sink: ImportSink | null;
  /** Name of the system where rows do not name one. */
  readonly sourceSystem: string;
}

/** A record that says what the store said earlier: a repeat if a later record follows, a change back if none does. */
interface Waiting {
  readonly booking: ClearedBooking;
  readonly stored: KnownSource;
  readonly outcome: Outcome;
}

interface State extends SettlerOptions {
  readonly index: IdentityIndex;
  readonly waiting: Map<string, Waiting>;
}

export function settler(options: SettlerOptions): Settler {
  const state: State = { ...options, index: identityIndex(), waiting: new Map() };
  return {
    settle: async (record, judged) => {
      if (judged.kind === 'clear') return settleClear(state, record, judged);
      return [judged.kind === 'failed' ? failed(record, judged) : await setApart(state, record, judged)];
    },
    finish: async () => {
      const left = [...state.waiting.values()];
      state.waiting.clear();
      const outcomes: Outcome[] = [];
      for (const { booking, stored, outcome } of left) {
        await state.sink?.update(stored.bookingId, booking);
        outcomes.push({ ...outcome, verdict: 'updated' });
      }
      return outcomes;
    },
  };
}

const NOTHING = { carried: [], problems: [], notes: [], twice: false } as const;

function failed({ rows }: ImportRecord, { sourceId, problems }: Judged & { kind: 'failed' }): Outcome {
  return { ...NOTHING, rows, sourceId, verdict: 'failed', problems };
}

async function setApart(
  { sink }: State,
  { rows, notes }: ImportRecord,
  { sourceId, carried }: Judged & { kind: 'quarantine' },
): Promise<Outcome> {
  const headings = [...new Set(carried.map(({ heading }) => heading))];
  const categories = [...new Set(carried.map(({ category }) => category))];
  await sink?.quarantine({ row: rows[0] ?? 0, sourceId, headings, categories });
  return { ...NOTHING, rows, sourceId, verdict: 'quarantined', carried, notes };
}

async function settleClear(
  state: State,
  record: ImportRecord,
  { draft, notes }: Judged & { kind: 'clear' },
): Promise<readonly Outcome[]> {
  const source = sourceOf(record, state.sourceSystem);
  const { rows } = record;
  const booking = { draft, source, digest: contentDigest(draft), rows };
  const { sighting, overtaken, others } = await lookUp(state, booking);
  const verdict = verdictOf(sighting);
  const said = { sourceId: source.sourceId, verdict, notes: [...record.notes, ...notes] };
  const outcome: Outcome = { ...NOTHING, rows, ...said, twice: verdict === 'accepted' && others };
  const { stored } = sighting;
  if (stored !== undefined && verdict === 'updated' && saysWhatItSaid(sighting)) {
    state.waiting.set(keyText(source), { booking, stored, outcome });
    return overtaken;
  }
  await store(state.sink, booking, { outcome, stored });
  return [...overtaken, outcome];
}

interface LookedUp {
  readonly sighting: Sighting;
  readonly overtaken: readonly Outcome[];
  /** The id is known with another admission. */
  readonly others: boolean;
}

async function lookUp(state: State, { source, digest }: ClearedBooking): Promise<LookedUp> {
  const known = state.sink === null ? [] : await state.sink.list(source);
  const seen = state.index.find(source, digest);
  if (!seen.same) state.index.add(source, digest);
  const overtaken = takeWaiting(state, source);
  const stored = known.find(({ admission }) => admission === source.admission);
  const before = { same: seen.same, admission: seen.admission && overtaken.length === 0 };
  return { sighting: { seen: before, stored, digest }, overtaken, others: seen.otherAdmission || known.length > 0 };
}

async function store(
  sink: ImportSink | null,
  booking: ClearedBooking,
  { outcome, stored }: { readonly outcome: Outcome; readonly stored: KnownSource | undefined },
): Promise<void> {
  if (outcome.verdict === 'accepted') await sink?.insert(booking);
  if (outcome.verdict === 'updated' && stored !== undefined) await sink?.update(stored.bookingId, booking);
}

/** What waited for the same booking was a repeat: a later record has followed it. */
function takeWaiting({ waiting }: State, source: SourceKey): readonly Outcome[] {
  const key = keyText(source);
  const before = waiting.get(key);
  waiting.delete(key);
  return before === undefined ? [] : [{ ...before.outcome, verdict: 'duplicate' }];
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

/** The first record of this booking in this file, and nothing new to the store. */
function saysWhatItSaid({ seen, stored, digest }: Sighting): boolean {
  return !seen.admission && stored?.earlier.includes(digest) === true;
}

function keyText({ sourceSystem, sourceId, admission }: SourceKey): string {
  return [sourceSystem, sourceId, admission].join('\0');
}

function sourceOf(record: ImportRecord, sourceSystem: string): SourceKey {
  const { source_system: system, booking_datetime: admission } = record.draft.fields;
  return {
    sourceSystem: typeof system === 'string' ? system : sourceSystem,
    sourceId: record.sourceId ?? '',
    admission: typeof admission === 'string' ? admission : '',
  };
}
