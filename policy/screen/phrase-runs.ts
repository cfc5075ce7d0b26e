// What becomes of phrases that meet: a sure one makes another sure, and a clean one explains what it holds.

/** A finding and its words, from the first to before the last. Those of one kind stand side by side, in order. */
export interface PhraseRun<One> {
  readonly found: One;
  readonly from: number;
  readonly to: number;
}

type Run = Pick<PhraseRun<unknown>, 'from' | 'to'>;

const meets = (one: Run, other: Run | undefined): boolean =>
  other !== undefined && one.from < other.to && other.from < one.to;

/** The first of these runs that ends after each word in turn. */
function firstAfter(runs: readonly Run[]): (word: number) => Run | undefined {
  let next = 0;
  return (word) => {
    while ((runs[next]?.to ?? Number.POSITIVE_INFINITY) <= word) next += 1;
    return runs[next];
  };
}

/** Runs that none of the others meets. */
export function apartFrom<One extends Run>(others: readonly Run[], runs: readonly One[]): readonly One[] {
  if (others.length === 0) return runs;
  const after = firstAfter(others);
  return runs.filter((one) => !meets(one, after(one.from)));
}

/** A phrase that a sure one meets is as sure, and says it in fewer words; a sure one that meets none stands for itself. */
export function withSure<One extends { readonly sure?: boolean }>(
  blocks: readonly PhraseRun<One>[],
  sure: readonly PhraseRun<One>[],
): readonly One[] {
  if (sure.length === 0) return blocks.map(({ found }) => found);
  const sureAfter = firstAfter(sure);
  return [
    ...blocks.map((one) => (meets(one, sureAfter(one.from)) ? { ...one.found, sure: true } : one.found)),
    ...apartFrom(blocks, sure).map(({ found }) => found),
  ];
}

/** Those that no clean phrase explains. `holds`: whether one does, the first that ends no earlier. */
export function unexplained<One extends Run>(
  clean: readonly Run[],
  runs: readonly One[],
  holds: (around: Run, one: Run) => boolean,
): readonly One[] {
  if (clean.length === 0 || runs.length === 0) return runs;
  const after = firstAfter(clean);
  return runs.filter((one) => {
    const around = after(one.to - 1);
    return around === undefined || !holds(around, one);
  });
}

/** Somebody was "deported from the game": the last word of the phrase is explained, and the phrase by it. */
export function holdsLast(around: Run, one: Run): boolean {
  return around.from < one.to;
}

/** All of it stands within the clean one. */
export function holdsWhole(around: Run, one: Run): boolean {
  return around.from <= one.from;
}
