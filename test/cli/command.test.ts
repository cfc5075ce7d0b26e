import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../electron/cli/command-table.ts';
import { dataFolder } from '../../electron/cli/data-folder.ts';
import { readOptions } from '../../electron/cli/options.ts';
import westborough from '../../policy/packs/westborough-2015.json' with { type: 'json' };
import { runCli, runCliAs } from './run-cli.ts';

const PACK = resolve(import.meta.dirname, '../../policy/packs/westborough-2015.json');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('wrong usage', () => {
  test.each([
    ['no command', [], 'Say which command to run.'],
    ['an unknown command', ['polcy'], 'There is no command "polcy".'],
    ['an unknown option', ['decide', '--fast'], 'There is no option --fast here.'],
    ['a short option', ['screen', '-x'], 'There is no option -x here.'],
    ['a word too many', ['decide', 'file.jsonl'], '"file.jsonl" is one word too many here.'],
    ['no part of the policy', ['policy'], 'Say what to do with the policy'],
    ['an unknown act', ['policy', 'why', 'deport'], 'Say which act is meant: ask-status'],
    ['no act', ['policy', 'why'], 'Say which act is meant'],
    ['no file', ['policy', 'check'], 'Say which file to check.'],
    ['a file that is not there', ['policy', 'check', '/nowhere/pack.json'], '"/nowhere/pack.json" cannot be read.'],
    ['a word after show', ['policy', 'show', 'all'], '"all" is one word too many here.'],
  ])('%s: a sentence on standard error, nothing on standard output, exit 2', async (_, args, sentence) => {
    const { code, out, err } = await runCli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/error|invalid|oops|!/i);
  });
});

describe('help', () => {
  test('lists every command, and each command has one example', async () => {
    const { code, out, err } = await runCli(['--help']);
    expect([code, out]).toEqual([0, '']);
    for (const [name, load] of COMMANDS) {
      expect(err).toContain(`  ${name}`);
      const command = await load();
      expect([command.name, command.usage.startsWith(name), command.example.includes('sallyport')]).toEqual([
        name,
        true,
        true,
      ]);
    }
  });

  test('goes to standard error, for standard output holds JSON alone', async () => {
    const { code, out, err } = await runCli(['policy', '--help']);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('Example:\n  sallyport policy why notify-ice');
  });
});

describe('sallyport policy', () => {
  test('shows the pack in force', async () => {
    const { code, out } = await runCli(['policy', 'show']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(westborough);
  });

  test('prints the matrix, every act of every ground', async () => {
    const { code, out } = await runCli(['policy', 'matrix']);
    expect(code).toBe(0);
    const table: unknown = JSON.parse(out);
    expect(table).toMatchObject({
      pack: 'westborough-2015',
      grounds: westborough.matrix.map(({ ground, subjects }) => ({ ground, subjects })),
    });
    expect(table).toHaveProperty('grounds.0.opens.notify-ice', true);
    expect(table).toHaveProperty('grounds.0.opens.detain', false);
    expect(table).toHaveProperty('grounds.10.opens.detain', true);
  });

  test('tells per ground what would open an act', async () => {
    const { code, out } = await runCli(['policy', 'why', 'detain']);
    expect(code).toBe(0);
    const told: unknown = JSON.parse(out);
    expect(told).toMatchObject({ act: 'detain', grounds: [{ ground: '3c', cite: '3(c)' }] });
    expect(told).toHaveProperty('grounds.0.facts.0.fact', 'basis');
    expect(told).toHaveProperty('grounds.0.facts.0.question');
    expect(told).toMatchObject({ always: [{ fact: 'subject.role' }, { fact: 'people.decider' }] });
    const notice: unknown = JSON.parse((await runCli(['policy', 'why', 'notify-ice'])).out);
    expect(notice).toHaveProperty('always.1.fact', 'subject.age');
    expect(notice).toHaveProperty('always.3', expect.objectContaining({ fact: 'people.chief', onlyUnder: 18 }));
  });

  test('checks a pack: 0 where it loads, 1 and the places where it does not', async () => {
    expect(await runCli(['policy', 'check', PACK])).toMatchObject({ code: 0, err: '' });
    const spoiled = join(folder, 'spoiled.json');
    await writeFile(spoiled, JSON.stringify({ ...westborough, title: '', override: true }));
    const { code, out } = await runCli(['policy', 'check', spoiled]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      problems: ['title: must be a text and not empty', 'override: is not a known key'],
    });
    await writeFile(spoiled, '{');
    expect(JSON.parse((await runCli(['policy', 'check', spoiled])).out)).toEqual({
      ok: false,
      problems: ['the file is not JSON'],
    });
  });
});

describe('sallyport screen', () => {
  test('answers with offsets, and tells a fault without the text', async () => {
    const input = [
      '{"id":"a","text":"he is undocumented"}',
      '{"id":"b","text":"ice pack","field":"medical_notes"}',
      '{"id":"c","text":7}',
      '{"id":"d","text":"Zanzibar","field":"Zanzibar"}',
      '{"id":"e","text":"x","note":1}',
      'x',
    ].join('\n');
    const { code, out } = await runCli(['screen'], { input });
    const [a, b, c, d, e, f] = out.split('\n');
    expect(a).toBe(
      '{"id":"a","blocked":true,"spans":[[6,18]],"findings":[{"category":"status-statement","clause":"1(b)","start":6,"end":18,"action":"block"}]}',
    );
    expect(b).toBe('{"id":"b","blocked":false,"spans":[],"findings":[]}');
    expect(c).toBe('{"id":"c","error":"text: must be a string"}');
    expect(d).toMatch(/^\{"id":"d","error":"field: must be/);
    expect(e).toBe('{"id":"e","error":"note: is not a known name here"}');
    expect(f).toBe('{"id":null,"line":6,"error":"the line is not JSON"}');
    expect([code, out.includes('Zanzibar')]).toEqual([1, false]);
  });
});

test('a folder without a station is named, and nothing is left in it', async () => {
  const mistyped = join(folder, 'mistyped');
  const { code, out, err } = await runCliAs('auditor', mistyped, ['check']);
  expect([code, JSON.parse(out)]).toMatchObject([1, { ok: false, refusals: [{ code: 'no-station' }] }]);
  expect(err).toContain(`There is no station in ${mistyped}. Name its folder with --data`);
  expect(existsSync(mistyped)).toBe(false);
});

describe('options', () => {
  const kinds = { user: 'text', 'dry-run': 'flag' } as const;
  test('are read by name, wherever they stand', () => {
    const read = readOptions(['file', '--user', 'kim', '--dry-run', 'more'], { kinds, most: 2 });
    expect(read).toEqual({ ok: true, texts: { user: 'kim' }, flags: new Set(['dry-run']), words: ['file', 'more'] });
    expect(readOptions(['--user=kim', '--', '--user'], { kinds, most: 1 })).toMatchObject({
      texts: { user: 'kim' },
      words: ['--user'],
    });
  });

  test.each([
    [['--user'], '--user needs a value.'],
    [['--user='], '--user needs a value.'],
    [['--dry-run=yes'], '--dry-run takes no value.'],
    [['--toString'], 'There is no option --toString here.'],
    [['a', 'b', 'c'], '"c" is one word too many here.'],
  ])('%j are told', (args, sentence) => expect(readOptions(args, { kinds, most: 2 })).toEqual({ ok: false, sentence }));
});

test('the station folder lies where each system keeps such things', () => {
  const at = (platform: string, home: string, environment = {}): string => dataFolder({ platform, home, environment });
  expect(at('linux', '/home/kim')).toBe('/home/kim/.local/share/sallyport');
  expect(at('linux', '/home/kim', { XDG_DATA_HOME: '/data' })).toBe('/data/sallyport');
  expect(at('linux', '/home/kim', { XDG_DATA_HOME: 'data' })).toBe('/home/kim/.local/share/sallyport');
  expect(at('win32', 'C:\\Users\\kim', { APPDATA: 'D:\\Roaming' })).toBe('D:\\Roaming\\Sallyport');
  expect(at('win32', 'C:\\Users\\kim')).toBe('C:\\Users\\kim\\AppData\\Roaming\\Sallyport');
  expect(at('darwin', '/Users/kim')).toBe('/Users/kim/Library/Application Support/Sallyport');
});
