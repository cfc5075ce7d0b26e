import { approvedNamed, classifyName, type ApprovedName } from '../../policy/fields/classify.ts';
import { clearText } from '../../policy/gate.ts';
import { showable } from '../../policy/gate/refusals.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { compact } from '../../policy/screen/fold.ts';
import { DATE_STYLES, type DateStyle } from './dates.ts';
import { DELIMITERS, type Delimiter } from './delimiter.ts';

/** What a file's headings mean. Headings are kept compacted, as they are compared. */
export interface ImportProfile {
  readonly name: string;
  readonly delimiter: Delimiter | 'auto';
  readonly rowIs: 'booking' | 'charge' | 'auto';
  readonly columns: ReadonlyMap<string, ApprovedName>;
  readonly constants: readonly (readonly [ApprovedName, string])[];
  readonly ignore: ReadonlySet<string>;
  readonly dates: DateStyle;
}

/** Headings are recognised, nothing is fixed. */
export const AUTO_PROFILE: ImportProfile = {
  name: 'auto',
  delimiter: 'auto',
  rowIs: 'auto',
  columns: new Map(),
  constants: [],
  ignore: new Set(),
  dates: 'auto',
};

export type ProfileRead =
  | { readonly ok: true; readonly profile: ImportProfile }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const KEYS = ['profile', 'format', 'delimiter', 'rowIs', 'columns', 'constants', 'ignore', 'dates'];
const ROW_IS = ['booking', 'charge', 'auto'] as const;

type Complain = (key: string, what: string, why?: { readonly category: string; readonly clause: string }) => void;

/**
 * Reads a profile's JSON. Refuses, naming the line: unknown keys and fields, a mapping to a protected field, an
 * approved field from a protected heading. A profile can widen what is recognised, never what is allowed. Policy 1(b).
 * @param source its file name, for the refusal
 */
export function readProfile(text: string, source: string): ProfileRead {
  const refusals: Refusal[] = [];
  const complain: Complain = (key, what, why) => {
    const cited = why === undefined ? {} : { category: why.category, clause: why.clause };
    refusals.push({
      code: 'wrong-profile',
      ...cited,
      params: { file: source, line: lineOf(text, key), what, next: 'Correct the profile and start again.' },
    });
  };
  const body = parseObject(text);
  if (body === null) {
    complain('', 'The profile is not one JSON object.');
    return { ok: false, refusals };
  }
  for (const key of Object.keys(body))
    if (!KEYS.includes(key)) complain(key, `The key ${shownName(key)} is not known.`);
  const profile = {
    name: readName(body['profile'], source, complain),
    delimiter: readChoice(body, { key: 'delimiter', choices: [...DELIMITERS, 'auto'] as const, complain }),
    rowIs: readChoice(body, { key: 'rowIs', choices: ROW_IS, complain }),
    dates: readChoice(body, { key: 'dates', choices: DATE_STYLES, complain }),
    columns: readColumns(body['columns'], complain),
    constants: readConstants(body['constants'], complain),
    ignore: readIgnore(body['ignore'], complain),
  };
  const format = body['format'] ?? 'csv';
  if (format !== 'csv') complain('format', 'This version reads the format csv.');
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, profile };
}

function readColumns(value: unknown, complain: Complain): ReadonlyMap<string, ApprovedName> {
  const columns = new Map<string, ApprovedName>();
  for (const [heading, target] of entriesOf('columns', value, complain)) {
    const field = readTarget(heading, target, complain);
    const verdict = classifyName(heading);
    if (verdict.kind === 'protected')
      complain(heading, `The heading ${shownName(heading)} is protected and feeds no field.`, verdict);
    if (field !== undefined) columns.set(compact(heading), field);
  }
  return columns;
}

function readTarget(key: string, target: unknown, complain: Complain): ApprovedName | undefined {
  const name = typeof target === 'string' ? target : '';
  const field = approvedNamed(name);
  if (field !== undefined) return field;
  const verdict = classifyName(name);
  if (verdict.kind === 'protected')
    complain(key, `${shownName(key)} is mapped to the protected field ${verdict.id}.`, verdict);
  else complain(key, `${shownName(key)} is mapped to a field that does not exist.`);
  return undefined;
}

function readConstants(value: unknown, complain: Complain): readonly (readonly [ApprovedName, string])[] {
  const constants: (readonly [ApprovedName, string])[] = [];
  for (const [name, constant] of entriesOf('constants', value, complain)) {
    const field = approvedNamed(name);
    const verdict = classifyName(name);
    if (verdict.kind === 'protected')
      complain(name, `The constant ${shownName(name)} names a protected field.`, verdict);
    else if (field === undefined) complain(name, `The constant ${shownName(name)} names a field that does not exist.`);
    else if (typeof constant !== 'string') complain(name, `The constant ${shownName(name)} is not a text.`);
    else constants.push([field, constant]);
  }
  return constants;
}

function readIgnore(value: unknown, complain: Complain): ReadonlySet<string> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (value !== undefined && !Array.isArray(value)) complain('ignore', 'The key ignore is not a list.');
  return new Set(list.filter((item) => typeof item === 'string').map((item) => compact(item)));
}

/** A name of the file as it may be repeated. */
function shownName(name: string): string {
  return showable(name, classifyName(name));
}

/** It goes into the report and into the records. */
function mayBeKept(name: string): boolean {
  return clearText(name, 'reason').ok && clearText(name, 'code').ok;
}

function readName(value: unknown, source: string, complain: Complain): string {
  const given = typeof value === 'string' ? value.trim().slice(0, 60) : '';
  if (given === '') return mayBeKept(source) ? source : 'from a file';
  if (!mayBeKept(given)) complain('profile', 'The name of the profile tells a status.');
  return given;
}

interface Choice<T extends string> {
  readonly key: string;
  readonly choices: readonly (T | 'auto')[];
  readonly complain: Complain;
}

function readChoice<T extends string>(body: Readonly<Record<string, unknown>>, choice: Choice<T>): T | 'auto' {
  const value = body[choice.key] ?? 'auto';
  const found = choice.choices.find((option) => option === value || (option === '\t' && value === 'tab'));
  if (found === undefined) choice.complain(choice.key, `The key ${choice.key} has a value that is not known.`);
  return found ?? 'auto';
}

function entriesOf(key: string, value: unknown, complain: Complain): readonly (readonly [string, unknown])[] {
  if (value === undefined) return [];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  complain(key, `The key ${key} is not an object.`);
  return [];
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return null;
  }
}

/** Line on which a key stands, counted from 1. */
function lineOf(text: string, key: string): number {
  const at = key === '' ? -1 : text.indexOf(JSON.stringify(key));
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
