import type { Check } from '../../contract/system.ts';

/** What is wrong: its kind, the first entry concerned where it can be told, and words. */
export interface Wrong {
  readonly code: string;
  readonly at?: number | null;
  readonly detail: string;
}

/** One line of a check: good, or what is wrong. */
export function verdict(name: string, good: string, wrong: Wrong | null): Check {
  if (wrong === null) return { name, ok: true, detail: good };
  const { code, at, detail } = wrong;
  return { name, ok: false, detail, code, ...(at === null || at === undefined ? {} : { at }) };
}

/** Wrong at an entry, or nothing where there is none. */
export function wrongAt(at: number | null, code: string, words: string): Wrong | null {
  return at === null ? null : { code, at, detail: `${words} at entry ${String(at)}` };
}
