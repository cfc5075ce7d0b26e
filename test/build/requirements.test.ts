// A code that nobody can look up says nothing: what code, tests and documents cite stands in docs/requirements.md.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const PAGE = 'docs/requirements.md';
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8');

const CODE = /\b(?:[MSBU]\d{1,2}|P-\d|(?:AC|AU|CA|CM|CP|IA|IR|MP|PE|SC|SI)-\d{1,2})\b/g;
/** Sections are known by the word before them: `requirements 3.6`. */
const SECTIONS = /requirements ((?:[MSBU]\d{1,2}|\d\.\d|, | and | to )+)/gi;

/** Rooms that cite, and the names of files in them that do. */
const ROOMS = [
  'build',
  'contract',
  'db',
  'docs',
  'electron',
  'migrations',
  'policy',
  'proof',
  'renderer',
  'services',
  'test',
  'verifier',
];
const CITES = /[.](?:ts|svelte|js)$|^docs\/(?!format\/).*[.]md$/;

const files = ROOMS.flatMap((room) =>
  readdirSync(resolve(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
).filter((file) => file !== PAGE && CITES.test(file));

function citedIn(text: string): readonly string[] {
  const sections = [...text.matchAll(SECTIONS)].flatMap(([, list = '']) => list.match(/\d\.\d/g) ?? []);
  return [...(text.match(CODE) ?? []), ...sections];
}

const cited = new Map(['README.md', ...files].map((file) => [file, citedIn(read(file))]));
const page = read(PAGE);
const explained = [...page.matchAll(/^\| ([A-Z]+-?\d+|\d\.\d) \| .{20,} \|$/gm)].map(([, code = '']) => code);

describe('the codes of requirements', () => {
  it('are each explained in a line of the page', () => {
    const unknown = [...cited].flatMap(([file, codes]) =>
      codes.filter((code) => !explained.includes(code)).map((code) => `${file}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are each named somewhere, and explained once', () => {
    const all = new Set([...cited.values()].flat());
    expect(explained.length).toBeGreaterThan(50);
    expect(explained.filter((code, at) => !all.has(code) || explained.indexOf(code) !== at)).toEqual([]);
  });
});
