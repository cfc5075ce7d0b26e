import type { Refusal } from '../../policy/refusal.ts';
import { readColumns } from './columns.ts';
import type { CsvSource } from './csv-rows.ts';
import { transcoder } from './decode.ts';
import { findDelimiter } from './delimiter.ts';
import { refuseFile } from './file-words.ts';
import { layoutOf, type Layout } from './layout.ts';
import type { OpenFile } from './open-file.ts';
import type { ImportProfile } from './profile.ts';
import { recordCutter, type Cut } from './record-cutter.ts';
import { sniff } from './sniff.ts';
import { sourceIdOf, sourceText } from './source-text.ts';

/** A file that is known to be CSV, with the meaning of its columns. */
export interface Prepared {
  readonly source: CsvSource;
  readonly layout: Layout;
}

const HEAD = 64 * 1024;

/** Looks at the start of a file: what it is, how it is cut, what its headings mean. Refuses what is no CSV. */
export async function prepareImport(file: OpenFile, profile: ImportProfile): Promise<Prepared | Refusal> {
  const head = await file.head(HEAD);
  const sniffed = sniff(head);
  if (!sniffed.ok) return refuseFile(sniffed.problem, { file: file.name });
  const decoder = transcoder(sniffed.encoding);
  const start = decoder.push(head.subarray(sniffed.bomBytes));
  const whole = file.bytes <= HEAD;
  const text = whole ? Buffer.concat([start, decoder.end()]) : start;
  const delimiter = profile.delimiter === 'auto' ? findDelimiter(text.toString('utf8')) : profile.delimiter;
  const cutter = recordCutter(delimiter);
  cutter.write(text, decoder.suspect());
  if (whole) await cutter.end();
  const sample = cutter.take();
  if (sample.headings.length === 0)
    return refuseFile(text.toString().trim() === '' ? 'empty' : 'no-headings', { file: file.name });
  const columns = readColumns(sample.headings, profile);
  const rowIs = profile.rowIs === 'auto' ? rowKind(sample, layoutOf(columns, profile, 'charge')) : profile.rowIs;
  const source = { file, encoding: sniffed.encoding, bomBytes: sniffed.bomBytes, delimiter };
  return { source, layout: layoutOf(columns, profile, rowIs) };
}

/** A row is a charge where rows that follow each other are of one booking and differ in their charge. */
function rowKind(sample: Cut, layout: Layout): 'booking' | 'charge' {
  let before: readonly string[] | null = null;
  for (const { cells } of sample.rows) {
    if (cells !== undefined && before !== null && goesOn(before, cells, layout)) return 'charge';
    before = cells ?? null;
  }
  return 'booking';
}

function goesOn(before: readonly string[], cells: readonly string[], layout: Layout): boolean {
  const id = sourceIdOf(layout, cells);
  if (id === null || id !== sourceIdOf(layout, before)) return false;
  const admission = layout.booking.find(({ field }) => field.name === 'booking_datetime');
  if (admission !== undefined && sourceText(admission, cells, null) !== sourceText(admission, before, null))
    return false;
  const charges = layout.charge.filter(
    ({ field }) => field.name === 'charge_sequence' || field.name === 'charge_description',
  );
  const texts = charges.map((source) => [sourceText(source, before, null), sourceText(source, cells, null)] as const);
  return texts.some(([first, second]) => first !== second) && !texts.flat().some((text) => text?.includes(';'));
}
