// A zip of copies put together in another way.
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { readZip } from '../../proof/verify/zip.ts';
import { ZipPieces } from '../../services/export/zip.ts';
import { twinOf } from './complement.ts';
import type { Draw } from './draw.ts';
import type { FreePlace } from './free-places.ts';
import type { Base, Mutation } from './mutation.ts';

type Files = readonly (readonly [name: string, content: Buffer])[];

function zipOf(files: Files): Buffer {
  const pieces = new ZipPieces();
  const parts = files.map(([name, content]) => pieces.add(name, content));
  return Buffer.concat([...parts, pieces.end()]);
}

const LIST = 'manifest.json';
const SIGNATURE = 'manifest.jws';

const edited = (files: Files, wanted: string, change: (text: string) => string): Files =>
  files.map(([name, content]) => [name, name === wanted ? Buffer.from(change(String(content))) : content]);

function twinned(jws: string): string {
  const [header = '', told = '', signature = ''] = jws.split('.');
  return [header, told, toBase64url(twinOf(fromBase64url(signature) ?? new Uint8Array()))].join('.');
}

type Change = (files: Files, draw: Draw) => Files;

const KINDS: readonly (readonly [what: string, change: Change, free?: FreePlace])[] = [
  [
    'one file less',
    (files, draw) => {
      const gone = draw.of(files.filter(([name]) => name !== 'verify.html'));
      return files.filter((one) => one !== gone);
    },
  ],
  ['one copy less', (files) => files.filter(([name]) => name.split('/')[0] !== files[0]?.[0].split('/')[0])],
  [
    'one file more in a folder',
    (files) => [...files, [`${files[0]?.[0].split('/')[0] ?? ''}/notes.txt`, Buffer.from('notes')]],
  ],
  ['one folder more', (files) => [...files, ['EXP-2026-999999/record.sd-jwt', files[1]?.[1] ?? Buffer.alloc(0)]]],
  ['one file twice', (files, draw) => [...files, draw.of(files)]],
  ['a name that leads out', (files) => [...files, ['../record.sd-jwt', Buffer.from('a')]]],
  ['a name from the root of the disk', (files) => [...files, ['/record.sd-jwt', Buffer.from('a')]]],
  [
    'a file under the name of another',
    (files) => {
      const [one, two, ...rest] = files;
      return one === undefined || two === undefined ? files : [[two[0], one[1]], [one[0], two[1]], ...rest];
    },
  ],
  ['a list with spaces', (files) => edited(files, LIST, (text) => text.replace('{', '{ '))],
  [
    'a list without a copy',
    (files) => edited(files, LIST, (text) => text.replace(/\{\n\s+"export"[\s\S]*?\n {4}\},?\n/, '')),
  ],
  [
    'a list for somebody else',
    (files) => edited(files, LIST, (text) => text.replace('"audience": "', '"audience": "Sam ')),
  ],
  ['no list', (files) => files.filter(([name]) => !name.startsWith('manifest.')), 'zip: without its list'],
  ['no list under its signature', (files) => files.filter(([name]) => name !== LIST)],
  ['a list that nobody signed', (files) => files.filter(([name]) => name !== SIGNATURE)],
  ['an empty signature of the list', (files) => edited(files, SIGNATURE, (text) => text.replace(/[^.]+$/, ''))],
  ['a line break behind the signature of the list', (files) => edited(files, SIGNATURE, (text) => `${text}\n`)],
  ['the twin of the signature of the list', (files) => edited(files, SIGNATURE, twinned), 'twin of a signature'],
  ['its files the other way round', (files) => files.toReversed(), 'zip: order and packing of the files'],
  ['another page', (files) => edited(files, 'verify.html', (text) => `${text}\n<!-- changed -->\n`), 'verify.html'],
  [
    'a file of its own beside the folders',
    (files) => [...files, ['notes.txt', Buffer.from('notes')]],
    'files of other names',
  ],
];

const AROUND: readonly (readonly [what: string, change: (zip: Buffer, draw: Draw) => Buffer])[] = [
  ['something before it', (zip) => Buffer.concat([Buffer.from('#!/bin/sh\n'), zip])],
  ['something behind it', (zip) => Buffer.concat([zip, Buffer.from('\n')])],
  ['itself behind it', (zip) => Buffer.concat([zip, zip])],
  ['cut short', (zip, draw) => zip.subarray(0, zip.length - 1 - draw.below(4_000))],
  ['its end alone', (zip) => zip.subarray(-22)],
];

export async function structuralZip(base: Base, draw: Draw): Promise<Mutation> {
  const { zip, root } = draw.of(base.zips);
  if (draw.below(5) === 0) {
    const [what, change] = draw.of(AROUND);
    return { name: `zip: ${what}`, bundle: { kind: 'zip', zip: change(zip, draw), root } };
  }
  const read = await readZip(zip);
  if ('ok' in read) throw new Error(read.detail);
  const files: Files = [...read].map(([name, content]) => [name, Buffer.from(content)]);
  const [what, change, free] = draw.of(KINDS);
  const bundle = { kind: 'zip', zip: zipOf(change(files, draw)), root } as const;
  return { name: `zip: ${what}`, bundle, ...(free === undefined ? {} : { free }) };
}
