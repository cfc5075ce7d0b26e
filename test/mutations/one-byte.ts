// One byte of one file, changed, put in, taken out or moved.
import { areaOf, freeAt } from './zip-fields.ts';
import type { Draw } from './draw.ts';
import type { FreePlace } from './free-places.ts';
import type { Base, Bundle, Mutation } from './mutation.ts';

type Change = (bytes: Buffer, at: number, draw: Draw) => Buffer;

/** `gone` bytes from a place on make room for others. */
function instead(bytes: Buffer, [at, gone]: readonly [number, number], others: readonly number[]): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(others), bytes.subarray(at + gone)]);
}

/** The first three leave every other byte where it was. */
const CHANGES: readonly (readonly [name: string, change: Change])[] = [
  ['a bit turned over', (bytes, at, draw) => instead(bytes, [at, 1], [(bytes[at] ?? 0) ^ (1 << draw.below(8))])],
  ['another byte', (bytes, at, draw) => instead(bytes, [at, 1], [((bytes[at] ?? 0) + 1 + draw.below(255)) % 256])],
  [
    'two bytes the other way round',
    (bytes, at) => instead(bytes, [at, 2], [...bytes.subarray(at, at + 2)].toReversed()),
  ],
  ['a byte put in', (bytes, at, draw) => instead(bytes, [at, 0], [draw.below(256)])],
  ['a byte taken out', (bytes, at) => instead(bytes, [at, 1], [])],
  ['a byte twice', (bytes, at) => instead(bytes, [at, 0], [...bytes.subarray(at, at + 1)])],
];
const IN_PLACE = 3;

interface Target {
  readonly file: string;
  /** How often, of a hundred. */
  readonly share: number;
  /** Without the PDF, which would tell of any change beside it. */
  readonly light?: boolean;
}

const TARGETS: readonly Target[] = [
  { file: 'pdf', share: 24 },
  { file: 'record.sd-jwt', share: 10 },
  { file: 'record.sd-jwt', share: 14, light: true },
  { file: 'record.tlog-proof', share: 6 },
  { file: 'record.tlog-proof', share: 12, light: true },
  { file: 'station-signing.pem', share: 7 },
  { file: 'station-root.pem', share: 7 },
  { file: 'zip', share: 20 },
];

/** Half of the places in a PDF lie in and about its signature, where not every byte is covered by it. */
function placeInPdf(pdf: Buffer, draw: Draw): number {
  const from = pdf.indexOf('/ByteRange');
  return draw.below(2) === 0 ? draw.below(pdf.length) : from + draw.below(pdf.indexOf('endobj', from) - from);
}

function placeIn({ file }: Target, bytes: Buffer, draw: Draw): number {
  if (file === 'pdf') return placeInPdf(bytes, draw);
  if (file !== 'zip' || draw.below(3) === 0) return draw.below(bytes.length);
  const { from, to } = areaOf(bytes, draw);
  return from + draw.below(to - from);
}

function drawTarget(draw: Draw): Target {
  let left = draw.below(TARGETS.reduce((sum, { share }) => sum + share, 0));
  return TARGETS.find(({ share }) => (left -= share) < 0) ?? { file: 'zip', share: 0 };
}

export function isPdf(name: string): boolean {
  return name.endsWith('.pdf');
}

export function lightOf(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  return new Map([...files].filter(([name]) => !isPdf(name)));
}

interface Changed {
  readonly after: Buffer;
  readonly what: string;
  readonly free: FreePlace | undefined;
}

/** One change that makes a difference. */
function changeOne(target: Target, before: Buffer, draw: Draw): Changed {
  for (;;) {
    const at = placeIn(target, before, draw);
    const one = draw.of(CHANGES);
    const [what, change] = one;
    const after = change(before, at, draw);
    if (after.equals(before)) continue;
    const chosen = CHANGES.indexOf(one);
    const last = chosen === IN_PLACE - 1 ? at + 1 : at;
    const free = target.file === 'zip' && chosen < IN_PLACE ? freeAt(before, [at, last]) : undefined;
    return { after, free, what: `byte ${String(at)}: ${what}` };
  }
}

function mutation(name: string, bundle: Bundle, free: FreePlace | undefined): Mutation {
  return free === undefined ? { name, bundle } : { name, bundle, free };
}

export function oneByte(base: Base, draw: Draw): Mutation {
  const target = drawTarget(draw);
  const { file, light = false } = target;
  if (file === 'zip') {
    const { zip, root } = draw.of(base.zips);
    const { after, free, what } = changeOne(target, zip, draw);
    return mutation(`zip, ${what}`, { kind: 'zip', zip: after, root }, free);
  }
  const files = light ? lightOf(base.record) : base.record;
  const name = file === 'pdf' ? ([...files.keys()].find(isPdf) ?? '') : file;
  const { after, what } = changeOne(target, files.get(name) ?? Buffer.alloc(0), draw);
  const told = `${name}${light ? ' without the PDF' : ''}, ${what}`;
  return mutation(told, { kind: 'folder', files: new Map(files).set(name, after) }, undefined);
}
