import { isDeepStrictEqual } from 'node:util';
import type { ImportReport, ImportRow } from '../../../policy/import-report.ts';
import { expectedCharges, expectedFields } from './expected-draft.ts';
import { countWrongVerdicts, scoreTexts, type TextScore } from './expected-verdict.ts';
import { importFile } from './import-file.ts';
import { generate, objectOf, type Generated, type GeneratorOptions } from './make-bookings.ts';
import { memorySink } from './memory-sink.ts';

/** How far an import agrees with what the generator says is in the file. */
export interface Agreement {
  readonly bookings: number;
  /** Records whose verdict is not the expected one, texts aside. */
  readonly wrongVerdicts: number;
  readonly fieldsCompared: number;
  /** Names of fields that came out otherwise, with how often. */
  readonly wrongFields: ReadonlyMap<string, number>;
  /** Refused columns whose count of filled rows differs. */
  readonly wrongColumns: readonly string[];
  readonly texts: TextScore;
  readonly report: ImportReport;
}

const PROTECTED = [
  'citizenship',
  'nationality',
  'immigration_status',
  'alien_number',
  'passport_no',
  'immigration_hold',
  'deportation',
  'birth_place',
  'birth_country',
  'foreign_id',
];

/** Imports a generated file into memory and compares it record by record. */
export async function measureAgreement(folder: string, options: GeneratorOptions): Promise<Agreement> {
  const { csv, records } = generate(folder, options);
  const taken = memorySink();
  const { report, rows } = await importFile(csv, { sink: taken.sink });
  if (report === null) throw new Error('the generated file was refused');
  const perCharge = options['rows'] === 'charge';
  const verdicts = verdictPerRecord(records, rows, perCharge);
  const kept = records.filter((_, index) => verdicts[index] === 'accepted' || verdicts[index] === 'updated');
  const compared = compareAll(
    kept,
    taken.stored.map(({ booking }) => booking),
    perCharge,
  );
  return {
    bookings: report.bookings,
    wrongVerdicts: countWrongVerdicts(records, verdicts),
    ...compared,
    wrongColumns: wrongColumns(records, report, perCharge),
    texts: scoreTexts(records, verdicts),
    report,
  };
}

function compareAll(
  kept: readonly Generated[],
  stored: readonly Stored[],
  perCharge: boolean,
): Pick<Agreement, 'fieldsCompared' | 'wrongFields'> {
  const wrongFields = new Map<string, number>();
  let fieldsCompared = 0;
  const pairs = perCharge ? matchById(kept, stored) : kept.map((record, index) => [record, stored[index]] as const);
  for (const [record, booking] of pairs) {
    const draft = booking?.draft ?? { fields: {}, charges: [] };
    const wrong = compare(record, objectOf(draft.fields), draft.charges.map(objectOf));
    fieldsCompared += wrong.compared;
    for (const name of wrong.names) wrongFields.set(name, (wrongFields.get(name) ?? 0) + 1);
  }
  return { fieldsCompared, wrongFields };
}

type Stored = ReturnType<typeof memorySink>['stored'][number]['booking'];

/** Where rows of a booking stand apart, bookings are settled in another order than they begin. */
function matchById(
  kept: readonly Generated[],
  stored: readonly Stored[],
): readonly (readonly [Generated, Stored | undefined])[] {
  const left = [...stored];
  return kept.map((record) => {
    const at = left.findIndex((booking) => booking.source.sourceId === record.record['source_record_id']);
    return [record, at < 0 ? undefined : left.splice(at, 1)[0]] as const;
  });
}

function verdictPerRecord(
  records: readonly Generated[],
  rows: readonly ImportRow[],
  perCharge: boolean,
): readonly (ImportRow['verdict'] | undefined)[] {
  const byRow = new Map(rows.map((line) => [line.row, line.verdict]));
  let row = 1;
  return records.map(({ record }) => {
    const verdict = byRow.get(row);
    row += perCharge ? expectedCharges(record).length : 1;
    return verdict;
  });
}

function compare(
  { record }: Generated,
  fields: Readonly<Record<string, unknown>>,
  charges: readonly Readonly<Record<string, unknown>>[],
): { readonly compared: number; readonly names: readonly string[] } {
  const expected = expectedFields(record);
  const names = new Set([...Object.keys(expected), ...Object.keys(fields)]);
  const wrong = [...names].filter((name) => !isSame(name, expected[name], fields[name]));
  const wanted = expectedCharges(record);
  const same = isDeepStrictEqual(wanted, charges);
  return { compared: names.size + wanted.length * 5, names: same ? wrong : [...wrong, 'charges'] };
}

/** A time must be the same wall clock with the offset that held in the station at that moment. */
function isSame(name: string, expected: unknown, found: unknown): boolean {
  if (!name.endsWith('_datetime') || typeof expected !== 'string' || typeof found !== 'string')
    return isDeepStrictEqual(expected, found);
  return found.startsWith(expected) && found.slice(expected.length) === offsetOf(found);
}

const OFFSET = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', timeZoneName: 'longOffset' });

function offsetOf(time: string): string {
  // The hour that does not exist keeps the offset from before the change.
  const beforeChange = /^\d{4}-03-\d{2}T02/.test(time) ? 60 * 60_000 : 0;
  const part = OFFSET.formatToParts(Date.parse(time) - beforeChange).find(({ type }) => type === 'timeZoneName');
  return part?.value.replace('GMT', '') ?? '';
}

function wrongColumns(records: readonly Generated[], report: ImportReport, perCharge: boolean): readonly string[] {
  const refused = report.columns.filter((column) => column.verdict === 'refused');
  const counts = PROTECTED.map((name) =>
    records.reduce(
      (sum, { record }) => sum + (filled(record, name) ? (perCharge ? expectedCharges(record).length : 1) : 0),
      0,
    ),
  );
  const order = [...PROTECTED.slice(7), ...PROTECTED.slice(0, 7)];
  if (refused.length !== order.length) return ['the number of refused columns'];
  return order.filter((name, index) => refused[index]?.rows !== counts[PROTECTED.indexOf(name)]);
}

function filled(record: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = objectOf(record['person'])[name];
  return value !== undefined && value !== null && value !== '';
}
