import { NOTHING_TAUGHT, readTaught, TaughtList } from '../policy/screen/taught.ts';
import type { Connection } from './dialect.ts';

const STANDING = `select field, grain, phrase from taught_phrase
  where id not in (select phrase_id from taught_phrase_event where kind = 'revoked') order by entry_seq`;

interface Row {
  readonly field: unknown;
  readonly grain: unknown;
  readonly phrase: unknown;
}

function readRow(row: unknown): Row {
  return { field: null, grain: null, phrase: null, ...(typeof row === 'object' ? row : {}) };
}

/** A statement that may change what stands; both tables only grow. */
const CHANGES = /insert into "?taught_phrase/i;

/**
 * The phrases that stand, as they were last committed. They are read by the connection that cannot write, so that the
 * writer's own functions may ask for them while it writes, and only after a transaction that changed them: every save
 * asks.
 */
export class StandingPhrases {
  #reader: Connection | null = null;
  #written = false;
  #stale = true;
  #list: TaughtList = NOTHING_TAUGHT;

  readFrom(reader: Connection): void {
    this.#reader = reader;
  }

  /** Hears of every statement that the writer runs. */
  hear(sql: string): void {
    this.#written ||= CHANGES.test(sql);
  }

  /** A transaction is over, committed or not. */
  settle(): void {
    this.#stale ||= this.#written;
    this.#written = false;
  }

  list(): TaughtList {
    if (!this.#stale || this.#reader === null) return this.#list;
    const phrases = this.#reader.prepare(STANDING).all([]).map(readRow);
    this.#list = new TaughtList(phrases.flatMap((phrase) => readTaught(phrase) ?? []));
    this.#stale = false;
    return this.#list;
  }
}
