import type { ReadDb } from '../../db/database.ts';
import type { LogBeginning } from '../../db/ledger/origin-reader.ts';
import { listDisclosures, listTexts, type EntryText } from '../../db/ledger/reader.ts';
import { listGone } from '../../db/order/reader.ts';
import { isRecord } from '../../policy/gate/shapes.ts';
import { ACCOUNTED } from '../../policy/set-back.ts';
import { digestDisclosure } from './disclosure.ts';
import { Numbering, type NumberingFault } from './numbering.ts';
import { SetBacks, type Accounted, type SetBack } from './set-backs.ts';

/** Entries that are read at a time. */
const CHUNK = 1_000;

/** Positions of the first entry that is wrong in each way; null where none is. */
export interface EntryFindings {
  readonly count: number;
  /** First number that is missing. */
  readonly gap: number | null;
  /** First entry that tells another number than its own. */
  readonly off: { readonly at: number; readonly code: NumberingFault } | null;
  /** First entry that cannot be read. */
  readonly unreadable: number | null;
  /** First entry of a log that is not the one of its place. */
  readonly otherLog: number | null;
  /** Steps back in time that nobody accounted for, and those that somebody did. */
  readonly setBacks: readonly SetBack[];
  readonly accounted: readonly Accounted[];
  /** First entry that lacks a disclosure, and first one that has one too many. */
  readonly missing: number | null;
  readonly extra: number | null;
}

interface Read {
  readonly seq: number | null;
  readonly log: string | null;
  readonly type: string | null;
  /** Milliseconds. */
  readonly at: number;
  readonly digests: readonly string[];
}

function textsOf(list: unknown): readonly string[] | null {
  const all: readonly unknown[] = Array.isArray(list) ? list : [null];
  return all.every((one) => typeof one === 'string') ? all : null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function read(entry: unknown): Read | null {
  if (!isRecord(entry)) return null;
  const { seq, log, type, at, _sd: list } = entry;
  const digests = textsOf(list);
  if (digests === null) return null;
  const told = typeof seq === 'number' ? seq : null;
  return { seq: told, log: textOf(log), type: textOf(type), at: Date.parse(textOf(at) ?? ''), digests };
}

function readEntry(text: string): Read | null {
  try {
    return read(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Disclosures of one entry, by digest. */
type Disclosed = ReadonlyMap<string, string>;

const NOTHING: Disclosed = new Map();

function byEntry(disclosures: readonly { readonly seq: number; readonly text: string }[]): Map<number, Disclosed> {
  const found = new Map<number, Map<string, string>>();
  for (const { seq, text } of disclosures) {
    const texts = found.get(seq) ?? new Map<string, string>();
    found.set(seq, texts.set(digestDisclosure(text), text));
  }
  return found;
}

/** Only what the entry itself commits to. */
function told({ digests }: Read, disclosed: Disclosed): readonly string[] {
  return digests.flatMap((digest) => disclosed.get(digest) ?? []);
}

/** Entries are looked at one after the other; the first that is wrong in a way is kept. */
class Findings {
  #count = 0;
  readonly #setBacks = new SetBacks();
  readonly #numbering = new Numbering();
  readonly #first = new Map<string, number>();
  readonly #logs: readonly LogBeginning[];
  /** Entries whose records an order let go: then nothing is left of one, not even a part. */
  readonly #gone: ReadonlySet<number>;

  constructor(logs: readonly LogBeginning[], gone: ReadonlySet<number>) {
    this.#logs = logs;
    this.#gone = gone;
  }

  look({ seq, text }: EntryText, disclosed: Disclosed): void {
    this.#count += 1;
    const entry = readEntry(text);
    this.#numbering.look(seq, entry === null ? seq : entry.seq);
    this.#note('unreadable', seq, entry === null);
    if (entry === null) return;
    this.#note('otherLog', seq, this.#logs.length > 0 && entry.log !== this.#logAt(seq));
    this.#setBacks.look(seq, entry.at);
    if (entry.type === ACCOUNTED) this.#setBacks.account(seq, told(entry, disclosed));
    const gone = this.#gone.has(seq);
    this.#note('missing', seq, !gone && !entry.digests.every((digest) => disclosed.has(digest)));
    this.#note(
      'extra',
      seq,
      [...disclosed.keys()].some((digest) => gone || !entry.digests.includes(digest)),
    );
  }

  get all(): EntryFindings {
    const first = (way: string): number | null => this.#first.get(way) ?? null;
    return {
      count: this.#count,
      gap: this.#numbering.gap,
      off: this.#numbering.off,
      unreadable: first('unreadable'),
      otherLog: first('otherLog'),
      setBacks: this.#setBacks.open,
      accounted: this.#setBacks.accounted,
      missing: first('missing'),
      extra: first('extra'),
    };
  }

  #note(way: string, seq: number, wrong: boolean): void {
    if (wrong && !this.#first.has(way)) this.#first.set(way, seq);
  }

  #logAt(seq: number): string | undefined {
    return this.#logs.findLast(({ from }) => from <= seq)?.origin;
  }
}

/** Reads what every entry says: its number, log and time, and every disclosure behind a digest and the reverse. */
export async function checkEntries(db: ReadDb, logs: readonly LogBeginning[]): Promise<EntryFindings> {
  const findings = new Findings(logs, await listGone(db));
  for (let next = 0; ;) {
    const entries = await listTexts(db, next, CHUNK);
    const last = entries.at(-1);
    if (last === undefined) return findings.all;
    const disclosed = byEntry(await listDisclosures(db, next, last.seq));
    for (const entry of entries) findings.look(entry, disclosed.get(entry.seq) ?? NOTHING);
    next = last.seq + 1;
  }
}
