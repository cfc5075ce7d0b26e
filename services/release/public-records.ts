import { LEAVE_OUT_WORDS, type Exemption } from '../../policy/release.ts';
import { momentWords } from '../export/pdf/value-words.ts';
import { recordWords } from '../export/pdf/record-words.ts';
import type { Section } from '../export/pdf/paper.ts';
import { facts, text, type ReleaseDocument, type ReleaseSpan } from './document.ts';

/** A record that is in the package. */
export interface ReleasedRecord {
  /** Of the notification, and of this copy. */
  readonly number: string;
  readonly copy: string;
  readonly contactedAt: string;
  readonly leftOut: readonly { readonly name: string; readonly reason: Exemption }[];
}

/** All that the index tells. */
export interface PackageIndex extends ReleaseSpan {
  readonly number: string;
  readonly reference: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  /** Null where notifications were not asked for. */
  readonly records: readonly ReleasedRecord[] | null;
  readonly withheld: readonly { readonly number: string; readonly contactedAt: string; readonly reason: Exemption }[];
  /** Told as a number alone, as in reports. */
  readonly under18: number;
  /** Arrests in the daily log, and those that it keeps apart; null where it was not asked for. */
  readonly log: { readonly shown: number; readonly apart: number } | null;
}

type Line = readonly [string, string];

const UNDER_18 = `About somebody under 18, or maybe. ${LEAVE_OUT_WORDS.statute}`;
const APART = 'Kept in a log that is not public, G.L. c.41 s.98F';
const NONE = 'Nothing.';
/** The law wants it told with every part that is withheld. */
const APPEAL =
  'Whoever asked may appeal to the Supervisor of Records (G.L. c.66 s.10A(a)) within 90 days, or go to the Superior Court.';

const partName = (name: string): string =>
  Object.entries(recordWords.groups).find(([one]) => one === name)?.[1] ?? name;

function requestSection({ number, reference, receivedOn, dueOn }: PackageIndex): Section {
  return facts('The request', [
    ['Reference', reference],
    ['Came in on', receivedOn],
    ['To be answered by', `${dueOn}, 10 business days later (G.L. c.66 s.10)`],
    ['Number of this package', number],
  ]);
}

/** Which parts are left out of how many records, and why. */
function redacted(records: readonly ReleasedRecord[]): readonly Line[] {
  const counts = new Map<string, { readonly reason: Exemption; count: number }>();
  for (const { name, reason } of records.flatMap(({ leftOut }) => leftOut)) {
    const known = counts.get(name);
    if (known === undefined) counts.set(name, { reason, count: 1 });
    else known.count += 1;
  }
  return [...counts].map(([name, { reason, count }]) => [
    partName(name),
    `${LEAVE_OUT_WORDS[reason]}; left out of ${String(count)} of ${String(records.length)}`,
  ]);
}

function releasedSection({ records, log }: PackageIndex): Section {
  const lines: readonly Line[] = [
    ...(records === null ? [] : [['Notification records', String(records.length)] as const]),
    ...(log === null ? [] : [['Arrests in the daily log', String(log.shown)] as const]),
  ];
  return facts('Released', lines);
}

function withheldLines({ withheld, under18, log }: PackageIndex): readonly Line[] {
  const apart = log?.apart ?? 0;
  return [
    ...withheld.map(({ number, reason }): Line => [number, LEAVE_OUT_WORDS[reason]]),
    ...(under18 > 0 ? [[`${String(under18)} of the notifications`, UNDER_18] as const] : []),
    ...(apart > 0 ? [[`${String(apart)} of the arrests`, APART] as const] : []),
  ];
}

const orNone = (heading: string, lines: readonly Line[]): Section =>
  lines.length > 0 ? facts(heading, lines) : text(heading, NONE);

function recordSections({ records }: PackageIndex): readonly Section[] {
  if (records === null) return [];
  const lines = records.map(({ number, copy, contactedAt, leftOut }): Line => [
    copy,
    [
      `${number}, ${momentWords(new Date(contactedAt))}`,
      ...leftOut.map(({ name, reason }) => `Without: ${partName(name)}. ${LEAVE_OUT_WORDS[reason]}`),
    ].join('\n'),
  ]);
  return [orNone('Left out of the records', redacted(records)), orNone('Record by record', lines)];
}

type Cells = readonly (readonly (string | number)[])[];

function cellsOf({ records, withheld, under18, log }: PackageIndex): Cells {
  return [
    ...(records ?? []).map(({ number, copy, contactedAt }) => ['released', number, copy, contactedAt, '', '', 1]),
    ...(records ?? []).flatMap(({ number, copy, contactedAt, leftOut }) =>
      leftOut.map(({ name, reason }) => ['left out', number, copy, contactedAt, name, LEAVE_OUT_WORDS[reason], 1]),
    ),
    ...withheld.map(({ number, contactedAt, reason }) => [
      ...['withheld', number, '', contactedAt, '', LEAVE_OUT_WORDS[reason], 1],
    ]),
    ...(under18 > 0 ? [['withheld', '', '', '', '', UNDER_18, under18]] : []),
    ...(log === null ? [] : [['daily log', '', '', '', '', '', log.shown]]),
    ...(log === null || log.apart === 0 ? [] : [['withheld', '', '', '', 'daily log', APART, log.apart]]),
  ];
}

/** Name of the folder and the files of the index; the verifier knows a paper by it. */
function indexName(number: string): string {
  return `public-records-${number}`;
}

/** The index of what is released, left out and withheld, each with its exemption (G.L. c.66 s.10; c.4 s.7 cl.26). */
export function publicRecordsIndex(index: PackageIndex): ReleaseDocument {
  return {
    name: indexName(index.number),
    title: 'Answer to a request for public records',
    sections: [
      requestSection(index),
      releasedSection(index),
      orNone('Withheld whole', withheldLines(index)),
      ...recordSections(index),
      text('Appeal', APPEAL),
    ],
    columns: ['what', 'record', 'copy', 'contact', 'part', 'reason', 'count'],
    lines: cellsOf(index),
    json: index,
    more: [],
  };
}
