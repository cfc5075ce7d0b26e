import { NOTHING_TAUGHT, readTaught, TaughtList } from '../policy/screen/taught.ts';
import type { Connection } from './dialect.ts';

/** Moves with every phrase that is taught or taken back. */
const NEWEST = `select coalesce((select max(entry_seq) from taught_phrase), -1) || ' '
  || coalesce((select max(entry_seq) from taught_phrase_event), -1) as newest`;
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

/**
 * The phrases that stand, as they were last committed. They are read by the connection that cannot write, so that the
 * writer's own functions may ask for them while it writes.
 */
export class StandingPhrases {
  #reader: Connection | null = null;
  #newest: unknown = null;
  #list: TaughtList = NOTHING_TAUGHT;

  readFrom(reader: Connection): void {
    this.#reader = reader;
  }

  list(): TaughtList {
    if (this.#reader === null) return NOTHING_TAUGHT;
    const [row] = this.#reader.prepare(NEWEST).all([]);
    const newest = JSON.stringify(row);
    if (newest !== this.#newest) {
      const phrases = this.#reader.prepare(STANDING).all([]).map(readRow);
      this.#list = new TaughtList(phrases.flatMap((phrase) => readTaught(phrase) ?? []));
      this.#newest = newest;
    }
    return this.#list;
  }
}
