import { transcoder } from './decode.ts';
import type { Delimiter } from './delimiter.ts';
import { recordCutter, type CsvRow, type CsvStop } from './record-cutter.ts';
import type { OpenFile } from './open-file.ts';
import type { Encoding } from './sniff.ts';

export interface CsvSource {
  readonly file: OpenFile;
  readonly encoding: Encoding;
  readonly bomBytes: number;
  readonly delimiter: Delimiter;
  /** Told every chunk of raw bytes, for the digest of the file and for progress. */
  readonly onBytes?: (chunk: Uint8Array) => void;
}

export interface CsvBatch {
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Null until the file turns out to be unreadable; nothing follows. */
  readonly stop: CsvStop | null;
  /** The encoding as known so far; final in the last batch. */
  readonly encoding: Encoding;
}

/** Rows of a CSV file, one batch per chunk read, so that memory stays flat and the event loop gets its turn. */
export async function* readCsv(source: CsvSource): AsyncGenerator<CsvBatch> {
  const text = transcoder(source.encoding);
  const cutter = recordCutter(source.delimiter);
  let skip = source.bomBytes;
  for await (const chunk of source.file.chunks()) {
    source.onBytes?.(chunk);
    cutter.write(text.push(skip > 0 ? chunk.subarray(skip) : chunk), text.suspect());
    skip = 0;
    const batch = { ...cutter.take(), encoding: text.encoding() };
    if (batch.rows.length > 0 || batch.stop !== null) yield batch;
    if (batch.stop !== null) return;
  }
  cutter.write(text.end(), text.suspect());
  await cutter.end();
  yield { ...cutter.take(), encoding: text.encoding() };
}
