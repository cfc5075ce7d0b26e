import { parse, type Parser } from 'csv-parse';
import type { Delimiter } from './delimiter.ts';

/** Why one line of the file is no row. */
export type RowProblem = 'ragged-row' | 'broken-quote' | 'unclosed-quote' | 'unreadable-characters';

/** One data line. `row` counts from 1, the headings not included. */
export type CsvRow =
  | { readonly row: number; readonly cells: readonly string[]; readonly problem?: never }
  | { readonly row: number; readonly problem: RowProblem; readonly cells?: never };

/** Why a file cannot be cut into rows at all. */
export type CsvStop = 'no-headings';

export interface Cut {
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly stop: CsvStop | null;
}

export interface RecordCutter {
  /** @param suspect from here on cells may hold characters that nothing could be made of */
  write(bytes: Buffer, suspect: boolean): void;
  end(): Promise<void>;
  /** What was cut since the last call. */
  take(): Cut;
}

/** A record beyond this is an unclosed quotation mark, not a booking. */
const RECORD_LIMIT = 1 << 20;

interface State {
  headings: readonly string[] | null;
  rows: CsvRow[];
  count: number;
  suspect: boolean;
  parser: Parser;
  /** Bytes since the end of the last record, and where they start in what the parser has seen. */
  tail: Buffer;
  tailStart: number;
  recordEnd: number;
  failure: RowProblem | null;
  /** The rest of a broken line is still to come. */
  skipping: boolean;
  stop: CsvStop | null;
}

/**
 * Cuts UTF-8 text into records. A record with a broken or unclosed quotation mark costs its own line only: reading
 * starts again at the next line, so that a stray mark never swallows the bookings after it. No byte is read more than
 * twice: a mark that breaks one record is the first of the next.
 */
export function recordCutter(delimiter: Delimiter): RecordCutter {
  const fresh = (): Parser =>
    startParser(
      delimiter,
      (record) => onRecord(state, record),
      (code) => (state.failure = code),
    );
  const state: State = { ...EMPTY, rows: [], parser: parse() };
  state.parser = fresh();
  const write = (bytes: Buffer): void => {
    let input = state.skipping ? afterLine(state, bytes) : bytes;
    state.tail = state.tail.length > 0 ? Buffer.concat([state.tail, input]) : input;
    while (input.length > 0 && state.stop === null) {
      state.parser.write(input);
      input = state.failure === null ? dropRecords(state) : startAgain(state, fresh);
    }
  };
  return {
    write: (bytes, suspect) => {
      state.suspect = suspect;
      if (bytes.length > 0 && state.stop === null) write(bytes);
    },
    end: async () => {
      while (state.stop === null) {
        await endParser(state.parser);
        if (state.failure === null) break;
        const input = startAgain(state, fresh);
        state.tail = NOTHING;
        write(input);
      }
      if (state.headings === null) state.stop ??= 'no-headings';
    },
    take: () => {
      const { headings, rows, stop } = state;
      state.rows = [];
      return { headings: headings ?? [], rows, stop };
    },
  };
}

const NOTHING = Buffer.alloc(0);
const EMPTY = {
  headings: null,
  count: 0,
  suspect: false,
  tail: NOTHING,
  tailStart: 0,
  recordEnd: 0,
  failure: null,
  skipping: false,
  stop: null,
} as const;

interface RawRecord {
  readonly cells: readonly string[];
  readonly end: number;
}

function startParser(
  delimiter: Delimiter,
  onCells: (record: RawRecord) => void,
  onFailure: (code: RowProblem) => void,
): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: RECORD_LIMIT,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    // Nothing is handed on: what was taken here is in the order of the file.
    on_record: (cells: string[], context) => {
      onCells({ cells, end: context.bytes });
      return null;
    },
    // After a fault this parser would go on inside the quotation mark, or drop the rest of its buffer: thrown, it ends.
    on_skip: (error) => {
      const unclosed = error?.code === 'CSV_QUOTE_NOT_CLOSED' || error?.code === 'CSV_MAX_RECORD_SIZE';
      onFailure(unclosed ? 'unclosed-quote' : 'broken-quote');
      throw error ?? new Error('broken record');
    },
  });
  parser.on('error', () => undefined);
  return parser;
}

function endParser(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    parser.on('error', () => resolve());
    parser.on('end', () => resolve());
    parser.resume();
    parser.end();
  });
}

function onRecord(state: State, record: RawRecord): void {
  state.recordEnd = record.end;
  const { cells } = record;
  if (state.headings === null) {
    state.headings = cells;
    return;
  }
  state.count += 1;
  const row = state.count;
  if (state.suspect && cells.some(unreadable)) state.rows.push({ row, problem: 'unreadable-characters' });
  else if (cells.length !== state.headings.length) state.rows.push({ row, problem: 'ragged-row' });
  else state.rows.push({ row, cells });
}

function unreadable(cell: string): boolean {
  return cell.includes('\0') || cell.includes('\ufffd');
}

function dropRecords(state: State): Buffer {
  if (state.recordEnd > state.tailStart) {
    state.tail = Buffer.from(state.tail.subarray(state.recordEnd - state.tailStart));
    state.tailStart = state.recordEnd;
  }
  return NOTHING;
}

/** Fails the line on which the broken record began and answers what follows it, for a fresh parser. */
function startAgain(state: State, fresh: () => Parser): Buffer {
  dropRecords(state);
  if (state.headings === null) {
    state.stop = 'no-headings';
    return NOTHING;
  }
  state.count += 1;
  state.rows.push({ row: state.count, problem: state.failure ?? 'broken-quote' });
  state.failure = null;
  state.parser = fresh();
  state.tailStart = 0;
  state.recordEnd = 0;
  state.tail = afterLine(state, state.tail);
  return state.tail;
}

function afterLine(state: State, bytes: Buffer): Buffer {
  const text = bytes.indexOf('\n');
  const end = text >= 0 ? text : bytes.indexOf('\r');
  state.skipping = end < 0;
  return end < 0 ? NOTHING : bytes.subarray(end + 1);
}
