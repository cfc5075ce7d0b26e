import { classifyName, isListedName } from '../policy/fields/classify.ts';
import { OFFENSES } from '../policy/offenses/catalogue.ts';
import { screenWithMemory } from '../policy/screen/memory.ts';
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

const CATALOGUE: ReadonlyMap<string, readonly string[]> = new Map(
  OFFENSES.map(({ id, title, citation, courtCode }) => [
    id,
    [title, citation, ...(courtCode === null ? [] : [courtCode])],
  ]),
);

export const POLICY_GUARDS: Guards = {
  blocks: (text, field, allowed) =>
    screenWithMemory(text, field).findings.some(
      (finding) => finding.action === 'block' && !allowed.has(finding.category),
    ),
  isProtectedName: (name) => classifyName(name).kind === 'protected',
  isListedName,
  catalogueTexts: (offense) => CATALOGUE.get(offense),
};

/** What is remembered: many short texts, and the few long ones of the save at hand. Only texts that passed are. */
const SHORT = { longest: 80, most: 4_096 };
const LONG = { longest: 40_000, most: 8 };

function keep(passed: Set<string>, text: string, most: number): void {
  if (passed.size >= most) passed.clear();
  passed.add(text);
}

/** Texts that passed, for one kind of question. */
class Memory {
  readonly #short = new Set<string>();
  readonly #long = new Set<string>();

  /** Whether the text is refused; asks only where it is not known to pass. */
  refuses(text: string, ask: () => boolean): boolean {
    const passed = text.length <= SHORT.longest ? this.#short : this.#long;
    if (passed.has(text)) return false;
    if (ask()) return true;
    if (text.length <= LONG.longest) keep(passed, text, passed === this.#short ? SHORT.most : LONG.most);
    return false;
  }
}

/** The same guards with a short memory: the words of a booking pass three doors in one save. Refusals are not remembered. */
export function rememberPassed(guards: Guards): Guards {
  const names = new Memory();
  const texts = new WeakMap<ReadonlySet<ScreenCategory>, Map<ScreenField, Memory>>();
  const memoryOf = (field: ScreenField, allowed: ReadonlySet<ScreenCategory>): Memory => {
    const byField = texts.get(allowed) ?? new Map<ScreenField, Memory>();
    texts.set(allowed, byField);
    const memory = byField.get(field) ?? new Memory();
    byField.set(field, memory);
    return memory;
  };
  return {
    blocks: (text, field, allowed) => memoryOf(field, allowed).refuses(text, () => guards.blocks(text, field, allowed)),
    isProtectedName: (name) => names.refuses(name, () => guards.isProtectedName(name)),
    isListedName: (name) => guards.isListedName(name),
    catalogueTexts: (offense) => guards.catalogueTexts(offense),
  };
}
