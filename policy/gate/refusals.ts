// Makes refusals out of what was found. None carries a refused word: a place, a category, a clause and a length.
import { classifyName, isListedName, type NameVerdict } from '../fields/classify.ts';
import { firstProtectedName } from '../fields/deep-names.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import { screenWithMemory } from '../screen/memory.ts';
import { screen } from '../screen/screen.ts';
import type { TaughtList } from '../screen/taught.ts';
import type { Finding, ScreenCategory, ScreenField } from '../screen/verdict.ts';
import { findingsIn, screenTogether } from './together.ts';

/** Refusals stop a text, warnings only mark it. */
export interface Screening {
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Finding[];
}

const CODED: ReadonlySet<ScreenField> = new Set(['code', 'agency']);
const NONE: ReadonlySet<ScreenCategory> = new Set();
const NOTHING_FOUND: Screening = { refusals: [], warnings: [] };

function refusalOf(
  category: ScreenCategory,
  found: readonly Finding[],
  at: { path: string; field: ScreenField },
): Refusal {
  const [first] = found;
  const code: RefusalCode = category === 'code' || CODED.has(at.field) ? 'status-in-code' : 'status-in-text';
  return {
    code,
    field: at.path,
    category,
    clause: first?.clause ?? '1(b)',
    spans: found.map((finding): readonly [number, number] => [finding.start, finding.end]),
  };
}

/** Where a text stands, as what it is screened, and what its station was taught. */
export interface TextPlace {
  readonly path: string;
  readonly field: ScreenField;
  readonly taught?: TaughtList | undefined;
}

/** Screens one text: one refusal per category. `allowed` are categories that the record is about (an agency's name). */
export function screenText(text: string, at: TextPlace, allowed: ReadonlySet<ScreenCategory> = NONE): Screening {
  const { findings } = screenWithMemory(text, at.field, at.taught);
  if (findings.length === 0) return NOTHING_FOUND;
  const blocks = findings.filter((finding) => finding.action === 'block' && !allowed.has(finding.category));
  return {
    refusals: refuseFindings(blocks, at),
    warnings: findings.filter((finding) => finding.action === 'warn'),
  };
}

function refuseFindings(blocks: readonly Finding[], at: TextPlace): readonly Refusal[] {
  const categories = [...new Set(blocks.map((finding) => finding.category))];
  return categories.map((category) =>
    refusalOf(
      category,
      blocks.filter((one) => one.category === category),
      at,
    ),
  );
}

/** Screens the entries of a list, each by itself, and side by side where each of them passes. */
export function screenEntries(entries: readonly string[], at: TextPlace): Screening {
  const placeOf = (entry: number): TextPlace => ({ ...at, path: `${at.path}.${String(entry)}` });
  const all = entries.map((text, entry) => screenText(text, placeOf(entry)));
  const refusals = all.flatMap((one) => one.refusals);
  const warnings = all.flatMap((one) => one.warnings);
  if (refusals.length > 0) return { refusals, warnings };
  const together = screenTogether(entries, at.field, at.taught);
  const touched = [...new Set(together.flatMap(({ parts }) => parts.map(({ entry }) => entry)))];
  return {
    refusals: touched.flatMap((entry) => refuseFindings(findingsIn(entry, together), placeOf(entry))),
    warnings,
  };
}

/** A name that may be repeated: a listed heading, or a short plain word that tells nothing. Others are withheld. */
export function showable(name: string, verdict: NameVerdict): string {
  if (verdict.kind === 'protected') return isListedName(name) ? name : verdict.id;
  const plain = /^[\p{L}\p{N}_ .#'/()-]{1,60}$/u.test(name);
  return plain && !screen(name, 'title').blocked ? name : '(a name that is not repeated here)';
}

/** The refusal of a key that is not an approved field's name; `prefix` is the path it stands under. */
export function refuseName(prefix: string, name: string): Refusal {
  const verdict = classifyName(name);
  const shown = showable(name, verdict);
  const field = prefix === '' ? shown : `${prefix}.${shown}`;
  if (verdict.kind !== 'protected') return { code: 'unknown-field', field, params: { name: shown } };
  return {
    code: 'protected-field',
    field,
    category: verdict.category,
    clause: verdict.clause,
    params: { name: shown },
  };
}

/** The refusal of a value that is a structure where a plain value belongs: named after a protected name inside it. */
export function refuseStructure(path: string, value: unknown): Refusal {
  const inside = firstProtectedName(value);
  const verdict = inside === null ? null : classifyName(inside);
  if (verdict?.kind !== 'protected') return { code: 'wrong-value', field: path };
  return {
    code: 'protected-field',
    field: `${path}.${verdict.id}`,
    category: verdict.category,
    clause: verdict.clause,
    params: { name: verdict.id },
  };
}

/** The refusal of a part that is not there, or that is something else than belongs there. */
export function refuseShape(path: string, value: unknown): Refusal {
  const absent = value === undefined || value === null;
  return absent ? { code: 'missing-value', field: path } : refuseStructure(path, value);
}
