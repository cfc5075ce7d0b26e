import type { Section } from '../export/pdf/paper.ts';

/** A paper that leaves: for people, for spreadsheets and for programs. */
export interface ReleaseDocument {
  /** Base of its files' names. */
  readonly name: string;
  readonly title: string;
  readonly sections: readonly Section[];
  readonly columns: readonly string[];
  readonly lines: readonly (readonly (string | number)[])[];
  readonly json: unknown;
  /** Files that only this kind has. */
  readonly more: readonly (readonly [name: string, content: string])[];
}

/** What each kind is made from. */
export interface ReleaseSpan {
  readonly from: string;
  readonly to: string;
}

/** The days and nothing else of what was asked: where the paper goes is nobody's business. */
export function daysOf({ from, to }: ReleaseSpan): ReleaseSpan {
  return { from, to };
}

/** Whether a moment lies on one of these days of the station. */
export function inSpan({ from, to }: ReleaseSpan, day: string): boolean {
  return day >= from && day <= to;
}

export function facts(heading: string, lines: readonly (readonly [string, string])[]): Section {
  return { heading, blocks: [{ kind: 'facts', facts: lines }] };
}

export function text(heading: string, ...said: readonly string[]): Section {
  return { heading, blocks: said.map((one) => ({ kind: 'text', text: one }) as const) };
}
