// Entries of a list stand side by side again wherever it is read: what tells over the end of an entry is found here, as
// the entries by themselves tell nothing. Policy 1(b), 1(c).
import { screenWithMemory } from '../screen/memory.ts';
import type { TaughtList } from '../screen/taught.ts';
import type { Finding, ScreenField } from '../screen/verdict.ts';

/** A part of one entry, by its place in the list; `start` and `end` are UTF-16 offsets into the entry as given. */
export interface EntryPart {
  readonly entry: number;
  readonly start: number;
  readonly end: number;
}

/** What entries tell together: `text` are those that it touches, joined by a blank; `finding` has offsets into that. */
export interface TogetherFinding {
  readonly text: string;
  readonly finding: Finding;
  readonly parts: readonly EntryPart[];
}

/** An entry without the blanks around it; `lead` are those in front. */
interface Entry {
  readonly at: number;
  readonly lead: number;
  readonly text: string;
}

/** As it stands among the others. */
interface Placed extends Entry {
  readonly from: number;
  readonly to: number;
}

/** Names below each other are no sentence: of two that are near the topic one pair in forty-five would be refused. */
const NO_SENTENCE: ReadonlySet<ScreenField> = new Set(['alias']);

/**
 * Runs of entries that nobody let through: one that a supervisor confirmed was read by itself, and its words would make
 * every sentence tell.
 */
function runsOf(entries: readonly string[], field: ScreenField, taught?: TaughtList): readonly (readonly Entry[])[] {
  const runs: Entry[][] = [[]];
  for (const [at, given] of entries.entries()) {
    const text = given.trim();
    if (text === '') continue;
    if (taught !== undefined && screenWithMemory(text, field).blocked) runs.push([]);
    else runs.at(-1)?.push({ at, lead: given.length - given.trimStart().length, text });
  }
  return runs.filter(({ length }) => length > 1);
}

function placed(run: readonly Entry[]): readonly Placed[] {
  let from = 0;
  return run.map((entry) => {
    const one = { ...entry, from, to: from + entry.text.length };
    from = one.to + 1;
    return one;
  });
}

/** What is found over the end of an entry; what lies within one was judged there. */
function across(run: readonly Entry[], field: ScreenField, taught?: TaughtList): readonly TogetherFinding[] {
  const entries = placed(run);
  const text = run.map((entry) => entry.text).join(' ');
  return screenWithMemory(text, field, taught).findings.flatMap((finding) => {
    if (finding.action !== 'block' || (finding.category === 'sentence' && NO_SENTENCE.has(field))) return [];
    const touched = entries.filter(({ from, to }) => finding.start < to && finding.end > from);
    if (touched.length < 2) return [];
    const parts = touched.map(({ at, lead, from, to }) => ({
      entry: at,
      start: lead + Math.max(finding.start, from) - from,
      end: lead + Math.min(finding.end, to) - from,
    }));
    return [{ text, finding, parts }];
  });
}

/** Only the entries that are touched are asked again, so that one far off neither adds weight nor takes it away. */
function byThemselves(
  run: readonly Entry[],
  found: readonly TogetherFinding[],
  ask: (some: readonly Entry[]) => readonly TogetherFinding[],
): readonly TogetherFinding[] {
  const keys = found.map(({ parts }) => [parts[0]?.entry ?? 0, parts.at(-1)?.entry ?? 0].join());
  return [...new Set(keys)].flatMap((key) => {
    const [first = 0, last = 0] = key.split(',').map(Number);
    return ask(run.filter(({ at }) => at >= first && at <= last));
  });
}

/**
 * Screens the entries of a list side by side; for a list of which no entry is refused by itself. Where there are fewer
 * than two nothing is read. `taught`: see `screen`.
 */
export function screenTogether(
  entries: readonly string[],
  field: ScreenField,
  taught?: TaughtList,
): readonly TogetherFinding[] {
  if (entries.length < 2) return [];
  return runsOf(entries, field, taught).flatMap((run) =>
    byThemselves(run, across(run, field), (some) => across(some, field, taught)),
  );
}

/** The parts of what was found together that stand in one entry, in its offsets. */
export function findingsIn(entry: number, found: readonly TogetherFinding[]): readonly Finding[] {
  return found.flatMap(({ finding, parts }) =>
    parts.filter((part) => part.entry === entry).map(({ start, end }) => ({ ...finding, start, end })),
  );
}
