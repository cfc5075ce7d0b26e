import {
  INSTRUMENT_KINDS,
  MATCHES,
  SIGNERS,
  SOURCE_KINDS,
  WARRANT_KINDS,
  WARRANT_STATUSES,
} from '../../policy/decide/fact-names.ts';
import type { Ground } from '../../policy/decision.ts';
import { inBox } from '../time/in-box.ts';
import { verdictOn, type ReadAs } from '../screened/refused-place.ts';
import { words } from '../words/words.ts';
import { readAs } from './fact-value.ts';

type PartName = keyof typeof words.ground.parts;

/** One box of a fact that is made of several. */
export interface Part {
  /** Path inside the fact: `signedBy.role`. */
  readonly path: string;
  readonly label: string;
  readonly type: 'word' | 'time' | 'choice' | 'choices' | 'hash';
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

const optionWords: Readonly<Record<string, string>> = words.ground.options;

function part(path: PartName, type: Part['type'], values: readonly string[] = []): Part {
  const options = values.map((value) => ({ value, label: optionWords[value] ?? value }));
  return { path, label: words.ground.parts[path], type, options };
}

const REQUEST_KINDS = INSTRUMENT_KINDS.filter((kind) => kind === 'written' || kind === 'oral');
const COMPULSION_KINDS = INSTRUMENT_KINDS.filter((kind) => kind !== 'written' && kind !== 'oral');

const REQUEST: readonly Part[] = [
  part('kind', 'choice', REQUEST_KINDS),
  part('form', 'word'),
  part('requestedAt', 'time'),
  part('sha256', 'hash'),
];
const COMPULSION: readonly Part[] = [
  part('kind', 'choice', COMPULSION_KINDS),
  part('issuer', 'word'),
  part('docket', 'word'),
  part('signedBy.role', 'choice', SIGNERS),
  part('signedBy.name', 'word'),
  part('sha256', 'hash'),
];
const PARTS: ReadonlyMap<string, readonly Part[]> = new Map([
  ['source', [part('kind', 'choice', SOURCE_KINDS), part('reference', 'word'), part('at', 'time')]],
  [
    'warrant',
    [part('number', 'word'), part('court', 'word'), part('offense', 'word'), part('kind', 'choice', WARRANT_KINDS)],
  ],
  [
    'wms',
    [
      part('query', 'word'),
      part('at', 'time'),
      part('status', 'choice', WARRANT_STATUSES),
      part('matchedOn', 'choices', MATCHES),
    ],
  ],
  ['wmsSecondCheck', [part('at', 'time'), part('status', 'choice', WARRANT_STATUSES)]],
]);

/** The boxes of a fact; the paper of a federal request is another one than that of legal compulsion. */
export function partsOf(fact: string, ground: Ground): readonly Part[] {
  if (fact === 'instrument') return ground === 'LC' ? COMPULSION : REQUEST;
  return PARTS.get(fact) ?? [];
}

/** How the gate reads the text of a box: by the nearest name. */
export function partReadAs({ path }: Part): ReadAs {
  return readAs(path.split('.').at(-1) ?? path);
}

/** Whether the screen stops what is typed in a box. */
export function isRefused(part: Part, typed: string): boolean {
  return part.type === 'word' && verdictOn(typed, partReadAs(part)).blocked;
}

export type PartValue = string | readonly string[];

/** Puts the boxes together; empty ones are left out, so that the policy sees them as unknown. */
export function joinParts(values: ReadonlyMap<string, PartValue>): Readonly<Record<string, unknown>> {
  const made: Record<string, unknown> = {};
  const inner: Record<string, Record<string, unknown>> = {};
  for (const [path, value] of values) {
    const [outer = '', under] = path.split('.');
    if (value.length === 0) continue;
    if (under === undefined) made[outer] = value;
    else inner[outer] = { ...inner[outer], [under]: value };
  }
  return { ...made, ...inner };
}

/** What a box holds of a fact that was told before. */
export function partOf(fact: unknown, path: string): PartValue {
  const found = path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    const child: unknown = Reflect.get(value, key);
    return child;
  }, fact);
  if (Array.isArray(found)) return found.filter((item): item is string => typeof item === 'string');
  return typeof found === 'string' ? found : '';
}

/** A part as it stands in its box: times as people write them. */
export function boxOf(fact: unknown, { path, type }: Part): PartValue {
  const told = partOf(fact, path);
  return type === 'time' && typeof told === 'string' ? inBox(told) : told;
}
