// A record, its proof or a certificate put together in another way.
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { twinOf, twinOfDer } from './complement.ts';
import type { Draw } from './draw.ts';
import type { FreePlace } from './free-places.ts';
import type { Base, Mutation } from './mutation.ts';
import { lightOf } from './one-byte.ts';
import { changePdf } from './structural-pdf.ts';

const RECORD = 'record.sd-jwt';
const PROOF = 'record.tlog-proof';
const SIGNING = 'station-signing.pem';
const ROOT = 'station-root.pem';

type Texts = (text: string, draw: Draw, base: Base) => string;

/** Undefined `free`: every judge refuses it, with the PDF beside it or not. */
interface Kind {
  readonly file: string;
  readonly what: string;
  readonly change: Texts;
  readonly free?: FreePlace;
}

const partsOf = (record: string): readonly string[] => record.split('~').slice(1, -1);
const withParts = (record: string, parts: readonly string[]): string =>
  [record.split('~', 1)[0] ?? '', ...parts, ''].join('~');
const lines = (text: string, change: (all: string[]) => readonly string[]): string =>
  change(text.split('\n')).join('\n');
const other = (base: Base, name: string): string => String(base.later.get(name) ?? '');

function withJws(record: string, change: (parts: string[]) => readonly string[]): string {
  const [jws = '', ...parts] = record.split('~');
  return [change(jws.split('.')).join('.'), ...parts].join('~');
}

const RECORDS: readonly Kind[] = [
  {
    file: RECORD,
    what: 'one part left out',
    free: 'record: parts left out',
    change: (text, draw) => withParts(text, partsOf(text).toSpliced(draw.below(partsOf(text).length), 1)),
  },
  {
    file: RECORD,
    what: 'parts the other way round',
    free: 'record: order of the parts',
    change: (text) => withParts(text, partsOf(text).toReversed()),
  },
  {
    file: RECORD,
    what: 'the twin of its signature',
    free: 'twin of a signature',
    change: (text) =>
      withJws(text, ([header = '', entry = '', signature = '']) => [
        header,
        entry,
        toBase64url(twinOf(fromBase64url(signature) ?? new Uint8Array())),
      ]),
  },
  {
    file: RECORD,
    what: 'one part twice',
    change: (text, draw) => withParts(text, [...partsOf(text), draw.of(partsOf(text))]),
  },
  {
    file: RECORD,
    what: 'a part of another record',
    change: (text, _, base) => withParts(text, [...partsOf(text), ...partsOf(String(base.foreign)).slice(0, 1)]),
  },
  { file: RECORD, what: 'an empty part', change: (text) => `${text}~` },
  {
    file: RECORD,
    what: 'no signature',
    change: (text) => withJws(text, ([header = '', entry = '']) => [header, entry, '']),
  },
  {
    file: RECORD,
    what: 'header and entry the other way round',
    change: (text) => withJws(text, ([header = '', entry = '', signature = '']) => [entry, header, signature]),
  },
  {
    file: RECORD,
    what: 'the header of another record',
    change: (text, _, base) =>
      withJws(text, ([, entry = '', signature = '']) => [String(base.foreign).split('.')[0] ?? '', entry, signature]),
  },
  { file: RECORD, what: 'the record of another station', change: (_, __, base) => String(base.foreign) },
  {
    file: RECORD,
    what: 'padding behind the signature',
    change: (text) => withJws(text, ([header = '', entry = '', signature = '']) => [header, entry, `${signature}==`]),
  },
  { file: RECORD, what: 'a line break at the end', change: (text) => `${text}\n` },
];

const PROOFS: readonly Kind[] = [
  { file: PROOF, what: 'a hash less', change: (text) => lines(text, (all) => all.toSpliced(2, 1)) },
  { file: PROOF, what: 'a hash more', change: (text) => lines(text, (all) => all.toSpliced(2, 0, all[2] ?? '')) },
  {
    file: PROOF,
    what: 'two hashes the other way round',
    change: (text) => lines(text, (all) => all.toSpliced(2, 2, all[3] ?? '', all[2] ?? '')),
  },
  {
    file: PROOF,
    what: 'another place',
    change: (text, draw) => text.replace(/index \d+/, `index ${String(20 + draw.below(1_000))}`),
  },
  { file: PROOF, what: 'a zero before the place', change: (text) => text.replace('index ', 'index 0') },
  {
    file: PROOF,
    what: 'another size',
    change: (text, draw) => text.replace(/\n(\d+)\n([\w+/]{43}=\n\n)/, `\n${String(40 + draw.below(1_000))}\n$2`),
  },
  { file: PROOF, what: 'another log', change: (text) => text.replaceAll('booking-log', 'other-log') },
  {
    file: PROOF,
    what: 'the head of a later proof',
    change: (text, _, base) => text.replace(/\n\n[\s\S]*$/, /\n\n[\s\S]*$/.exec(other(base, PROOF))?.[0] ?? ''),
  },
  { file: PROOF, what: 'line ends of another system', change: (text) => text.replaceAll('\n', '\r\n') },
  { file: PROOF, what: 'no end of the last line', change: (text) => text.trimEnd() },
  { file: PROOF, what: 'an empty line at the end', change: (text) => `${text}\n` },
  { file: PROOF, what: 'another version', change: (text) => text.replace('@v1', '@v2') },
  {
    file: PROOF,
    what: 'a later proof of the same record',
    free: 'a later proof of the same record',
    change: (_, __, base) => other(base, PROOF),
  },
  {
    file: PROOF,
    what: "somebody else's line under the head",
    free: 'proof: lines of others under the head',
    change: (text) => `${text}— witness.invalid AAAAAAAAAAA=\n`,
  },
  {
    file: PROOF,
    what: 'an extra line',
    free: 'proof: an extra line',
    change: (text) => lines(text, (all) => all.toSpliced(1, 0, 'extra AAAA')),
  },
  {
    file: PROOF,
    what: 'the twin of its signature',
    free: 'twin of a signature',
    change: (text) =>
      text.replace(/ (\S+)\n$/, (_, encoded: string) => {
        const bytes = Buffer.from(encoded, 'base64');
        return ` ${Buffer.concat([bytes.subarray(0, 4), twinOfDer(bytes.subarray(4))]).toString('base64')}\n`;
      }),
  },
];

const pemOf = (base: Base, name: string): string => String(base.record.get(name) ?? '');

const CERTIFICATES: readonly Kind[] = [SIGNING, ROOT].flatMap((file): readonly Kind[] => [
  { file, what: 'line ends of another system', change: (text) => text.replaceAll('\n', '\r\n') },
  { file, what: 'a line before it', change: (text) => `Certificate\n${text}` },
  { file, what: 'a line behind it', change: (text) => `${text}\n` },
  { file, what: 'one long line', change: (text) => text.replaceAll(/([\w+/=])\n(?=[\w+/=])/g, '$1') },
  { file, what: 'the other certificate', change: (_, __, base) => pemOf(base, file === ROOT ? SIGNING : ROOT) },
  { file, what: 'both certificates', change: (text, _, base) => text + pemOf(base, file === ROOT ? SIGNING : ROOT) },
]);

const KINDS = [...RECORDS, ...PROOFS, ...CERTIFICATES];

/** Something in a folder, with the PDF beside it or without. What is free to change without it differs from what lies in it. */
export function structuralRecord(base: Base, draw: Draw): Mutation {
  if (draw.below(8) === 0) return changePdf(base, draw);
  const { file, what, change, free } = draw.of(KINDS);
  const light = draw.below(3) !== 0;
  const files = light ? lightOf(base.record) : base.record;
  const after = Buffer.from(change(String(files.get(file) ?? ''), draw, base));
  const name = `${file}${light ? ' without the PDF' : ''}: ${what}`;
  const bundle = { kind: 'folder', files: new Map(files).set(file, after) } as const;
  return light && free !== undefined ? { name, bundle, free } : { name, bundle };
}
