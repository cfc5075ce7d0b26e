import { classifyName, isListedName } from '../policy/fields/classify.ts';
import { findOffense } from '../policy/offenses/catalogue.ts';
import { screen } from '../policy/screen/screen.ts';
import type { ScreenCategory, ScreenField } from '../policy/screen/verdict.ts';

/** What the database asks the policy before it takes a row. Pure; the store is opened with the real ones. */
export interface Guards {
  /** Whether a text of this kind tells status. `allowed`: categories that the column is about, such as an agency's name. */
  blocks(text: string, field: ScreenField, allowed: ReadonlySet<ScreenCategory>): boolean;
  /** Whether a key of stored JSON names a protected field. */
  isProtectedName(name: string): boolean;
  /** Whether this is a heading that the lists know word for word; then it may be repeated. */
  isListedName(name: string): boolean;
  /** The catalogue's own words for an offense; nobody typed them, so they pass. Undefined where there is no such offense. */
  catalogueTexts(offense: string): readonly string[] | undefined;
}

function catalogueTexts(id: string): readonly string[] | undefined {
  const offense = findOffense(id);
  if (offense === undefined) return undefined;
  return [offense.title, offense.citation, ...(offense.courtCode === null ? [] : [offense.courtCode])];
}

export const POLICY_GUARDS: Guards = {
  blocks: (text, field, allowed) =>
    screen(text, field).findings.some((finding) => finding.action === 'block' && !allowed.has(finding.category)),
  isProtectedName: (name) => classifyName(name).kind === 'protected',
  isListedName,
  catalogueTexts,
};

/** Longest text and most texts that are remembered; only texts that passed are. */
const SHORT = 80;
const MOST = 4_096;

function remembered<A extends readonly unknown[]>(keyOf: (...args: A) => string | null, ask: (...args: A) => boolean) {
  const passed = new Set<string>();
  return (...args: A): boolean => {
    const key = keyOf(...args);
    if (key === null) return ask(...args);
    if (passed.has(key)) return false;
    if (ask(...args)) return true;
    if (passed.size >= MOST) passed.clear();
    passed.add(key);
    return false;
  };
}

/** The same guards with a short memory: the words of a booking pass three doors in one save. Refusals are not remembered. */
export function rememberPassed(guards: Guards): Guards {
  return {
    blocks: remembered(
      (text, field, allowed) => (text.length > SHORT ? null : `${field}/${[...allowed].join()}/${text}`),
      (text, field, allowed) => guards.blocks(text, field, allowed),
    ),
    isProtectedName: remembered(
      (name) => (name.length > SHORT ? null : name),
      (name) => guards.isProtectedName(name),
    ),
    isListedName: (name) => guards.isListedName(name),
    catalogueTexts: (offense) => guards.catalogueTexts(offense),
  };
}
