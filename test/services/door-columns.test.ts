// What may rest in a column: words that somebody chose are screened; everything else has a shape that no words have.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLICY_GUARDS } from '../../db/guards.ts';
import { createMarker } from '../../db/mark.ts';
import { MARK_RULES } from '../../db/mark-rules.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { connectTo } from '../support/store-place.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

/** Tells much, and nothing that the screen knows. */
const UNTOLD = 'came here without any papers last spring';

/** Columns with words of officers, of other systems or of the policy; every one of them is screened. */
const WORDED: Readonly<Record<string, readonly string[]>> = {
  disclosure: ['name'],
  station: ['name', 'agency_code'],
  person: ['name', 'display_name', 'badge'],
  number_abandoned: ['reason'],
  booking: ['number', 'source_system', 'source_record_id'],
  booking_version: ['reason'],
  booking_event: ['detail'],
  policy_pack: ['id', 'version'],
  determination: ['cite'],
  notification: ['agency', 'unit', 'recipient', 'reached_at', 'verified_how', 'purpose', 'reason'],
  export: ['audience'],
  import_run: ['file_name', 'profile'],
  import_source: ['source_system', 'source_record_id', 'admission'],
  quarantine: ['source_id'],
  refusal_log: ['call', 'code', 'category', 'clause', 'field'],
  audit_event: ['call', 'code', 'category', 'clause', 'field'],
  matter: ['subject_last', 'subject_first'],
  ground_draft: ['subject_last', 'subject_first'],
  matter_draft: ['subject_last', 'subject_first'],
  matter_decision: ['cite'],
  duty: ['duty', 'cite'],
  contact: ['name', 'agency', 'number', 'second', 'notes'],
  recall: ['audience', 'reached'],
  treaty_list: ['source'],
  review: ['remark'],
  handover: ['note'],
  account_review: ['remark'],
  security_key: ['name'],
  taught_phrase: ['phrase', 'reason'],
  taught_phrase_event: ['reason'],
};
/** Fields of the dictionary that take words: texts, names and codes of no list. */
const FIELDS = APPROVED_FIELDS.filter((field) => ['text', 'name', 'code'].includes(field.type)).map(({ name }) => name);
/** JSON whose texts are read by their keys, and lists of such words. */
const JSON_OF_WORDS = [
  ...['decision.facts', 'determination.facts', 'matter_decision.facts', 'ground_draft.facts', 'import_run.report'],
  ...['quarantine.categories', 'quarantine.headings', 'booking_version.property_items', 'booking_version.aliases'],
  ...['booking_version.scars_marks_tattoos', 'treaty_list.countries', 'treaty_list.unless_resident'],
];
/** The sealed compartment. */
const SEALED = 'status_record.value';

const COLUMNS = Object.entries(MARK_RULES).flatMap(([table, columns]) =>
  columns.map(([column], at) => ({ table, column, at, width: columns.length })),
);
const isField = (table: string, column: string): boolean =>
  ['booking_version', 'charge'].includes(table) && FIELDS.some((name) => name === column);
const isWorded = ({ table, column }: (typeof COLUMNS)[number]): boolean =>
  WORDED[table]?.includes(column) === true ||
  isField(table, column) ||
  [...JSON_OF_WORDS, SEALED].includes(`${table}.${column}`);

const marker = createMarker(randomBytes(32), POLICY_GUARDS);
const takes = ({ table, at, width }: (typeof COLUMNS)[number], value: unknown): boolean =>
  marker.mark([table, ...Array.from({ length: width }, (_, place) => (place === at ? value : null))]) !== null;

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
});
afterAll(() => station.end());

describe('a column', () => {
  it.each(COLUMNS.filter((place) => !isWorded(place)))('takes no words of any kind: $table, $column', (place) => {
    const joined = UNTOLD.replaceAll(' ', '');
    const bytes = [Buffer.from(UNTOLD), Buffer.from(UNTOLD, 'utf16le'), Buffer.from(UNTOLD).toString('base64url')];
    for (const value of [UNTOLD, joined, ...bytes, JSON.stringify([UNTOLD]), JSON.stringify({ [joined]: 'x' })])
      expect([value, takes(place, value)]).toEqual([value, false]);
  });

  it.each(COLUMNS.filter(isWorded))('of words is a text: $table, $column', ({ table, column }) => {
    const connection = connectTo(station.place);
    const type = connection.prepare('select type from pragma_table_xinfo(?) where name = ?').pluck().get(table, column);
    connection.close();
    expect(type).toBe('TEXT');
  });
});
