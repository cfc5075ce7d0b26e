import { classifyName, isListedName } from '../policy/fields/classify.ts';
import { screenTogether } from '../policy/gate/together.ts';
import { OFFENSES } from '../policy/offenses/catalogue.ts';
import { screenWithMemory } from '../policy/screen/memory.ts';
import { screen } from '../policy/screen/screen.ts';
import { readTaught, type TaughtList } from '../policy/screen/taught.ts';
import type { ScreenCategory, ScreenField, Verdict } from '../policy/screen/verdict.ts';

/** What the database asks the policy before it takes a row. Pure; the store is opened with the real ones. */
export interface Guards {
  /** Whether a text of this kind tells status. `allowed`: categories that the column is about, such as an agency's name. */
  blocks(text: string, field: ScreenField, allowed: ReadonlySet<ScreenCategory>): boolean;
  /** Whether entries of a list, each of which passes, tell status side by side. */
  blocksTogether(entries: readonly string[], field: ScreenField): boolean;
  /** Whether a station may let these words through from now on, whoever confirmed them. */
  mayBeTaught(taught: { readonly field: unknown; readonly grain: unknown; readonly phrase: unknown }): boolean;
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
    [id, title, citation, ...(courtCode === null ? [] : [courtCode])],
  ]),
);

function tells({ findings }: Verdict, allowed: ReadonlySet<ScreenCategory>): boolean {
  return findings.some((finding) => finding.action === 'block' && !allowed.has(finding.category));
}

export const POLICY_GUARDS: Guards = {
  blocks: (text, field, allowed) => tells(screenWithMemory(text, field), allowed),
  blocksTogether: (entries, field) => screenTogether(entries, field).length > 0,
  mayBeTaught: (taught) => readTaught(taught) !== null,
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
    const known = byField.get(field);
    if (known !== undefined) return known;
    const memory = new Memory();
    texts.set(allowed, byField.set(field, memory));
    return memory;
  };
  return {
    blocks: (text, field, allowed) => memoryOf(field, allowed).refuses(text, () => guards.blocks(text, field, allowed)),
    blocksTogether: (entries, field) => guards.blocksTogether(entries, field),
    mayBeTaught: (taught) => guards.mayBeTaught(taught),
    isProtectedName: (name) => names.refuses(name, () => guards.isProtectedName(name)),
    isListedName: (name) => guards.isListedName(name),
    catalogueTexts: (offense) => guards.catalogueTexts(offense),
  };
}

/**
 * The same guards, but for what this station was taught. The list is asked for each text that would be refused, and what
 * it lets through is not remembered: it may be taken back at any moment.
 */
export function unlessTaught(guards: Guards, taught: () => TaughtList): Guards {
  return {
    ...guards,
    blocks: (text, field, allowed) =>
      guards.blocks(text, field, allowed) && tells(screen(text, field, taught()), allowed),
    blocksTogether: (entries, field) =>
      guards.blocksTogether(entries, field) && screenTogether(entries, field, taught()).length > 0,
  };
}
