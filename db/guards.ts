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

/** What is remembered: many short texts, and the few long ones of the save at hand. Only texts that passed are. */
const SHORT = { longest: 80, most: 4_096 };
const LONG = { longest: 40_000, most: 8 };

type Memory = (key: string, ask: () => boolean) => boolean;

function memory({ longest, most }: typeof SHORT): Memory {
  const passed = new Set<string>();
  return (key, ask) => {
    if (passed.has(key)) return false;
    if (ask()) return true;
    if (passed.size >= most) passed.clear();
    if (key.length <= longest) passed.add(key);
    return false;
  };
}

/** The same guards with a short memory: the words of a booking pass three doors in one save. Refusals are not remembered. */
export function rememberPassed(guards: Guards): Guards {
  const short = memory(SHORT);
  const long = memory(LONG);
  const names = memory(SHORT);
  return {
    blocks(text, field, allowed) {
      const key = `${field}/${[...allowed].join()}/${text}`;
      return (key.length <= SHORT.longest ? short : long)(key, () => guards.blocks(text, field, allowed));
    },
    isProtectedName: (name) => names(name, () => guards.isProtectedName(name)),
    isListedName: (name) => guards.isListedName(name),
    catalogueTexts: (offense) => guards.catalogueTexts(offense),
  };
}
