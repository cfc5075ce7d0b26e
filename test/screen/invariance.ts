// What tells status, or does not, put into sentences that tell nothing themselves: the verdict is to be that of the core.
import type { ScreenField } from '../../policy/screen/verdict.ts';
import carriers from './invariance/carriers.json' with { type: 'json' };
import cores from './invariance/cores.json' with { type: 'json' };

const FIELDS = ['narrative', 'reason', 'remarks', 'medical', 'property'] as const satisfies readonly ScreenField[];

/** A core in a carrier, and whether that is to be blocked. */
export interface Carried {
  readonly core: string;
  readonly text: string;
  readonly field: ScreenField;
  readonly tells: boolean;
  /** Where the core stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const BEGINS = /(?:^|[.!?] )\{\}/;

/** The core in the place that the carrier keeps for it, with a capital where a sentence begins. */
function put(carrier: string, core: string): Pick<Carried, 'core' | 'text' | 'start' | 'end'> {
  const words = BEGINS.test(carrier) ? core.charAt(0).toUpperCase() + core.slice(1) : core;
  const start = carrier.indexOf('{}');
  return { core, text: carrier.replace('{}', () => words), start, end: start + words.length };
}

/** Every core in every carrier of its language and form, each time as text of the next kind of field. */
export function everyCarried(): readonly Carried[] {
  let next = 0;
  const field = (): ScreenField => FIELDS[(next += 1) % FIELDS.length] ?? 'narrative';
  return cores.cores.flatMap(({ lang, place, tells, words }) =>
    words.flatMap((core) =>
      carriers.carriers
        .filter((one) => one.lang === lang && one.place === place)
        .flatMap((one) => one.words.map((carrier) => ({ ...put(carrier, core), field: field(), tells }))),
    ),
  );
}
