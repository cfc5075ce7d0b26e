// Follows docs/policy.md as written, with the made-up town's pack.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../support/policy-desk.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';
import { runCli, runCliAs } from './run-cli.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GUIDE = readFileSync(join(ROOT, 'docs/policy.md'), 'utf8');
let desk: TestStation;
let town = '';

beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('booking-officer', 'alex');
  await desk.close();
  town = join(desk.folder, '..', 'town.json');
  copyFileSync(join(ROOT, 'test/policy/packs/exampleton-2026.json'), town);
});
afterAll(() => desk.remove());

/** Changes one key of the town's file. */
function edit(key: string, value: unknown): void {
  const pack: unknown = JSON.parse(readFileSync(town, 'utf8'));
  writeFileSync(town, JSON.stringify(Object.assign({}, pack, { [key]: value }), null, 2));
}

/** The command of somebody who signs in. */
const as = (name: string, ...words: readonly string[]) => runCliAs(name, desk.folder, ['policy', ...words]);

describe('the guide to a pack', () => {
  test('names the commands and files that are there', () => {
    expect(GUIDE).toContain('cp test/policy/packs/exampleton-2026.json town.json');
    for (const word of ['matrix', 'why notify-ice', 'show', 'check town.json'])
      expect(GUIDE).toContain(`sallyport policy ${word}`);
  });

  test('checks a file, and says of a fault where it is', async () => {
    const good = await runCli(['policy', 'check', town]);
    expect([good.code, JSON.parse(good.out)]).toMatchObject([0, { ok: true, id: 'exampleton-2026' }]);
    edit('title', '');
    const bad = await runCli(['policy', 'check', town]);
    expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('title: must be a text')]);
    const judged = await runCli(['decide', '--pack', town], { input: '{}\n' });
    expect([judged.code, judged.out, judged.err]).toEqual([
      2,
      '',
      expect.stringContaining('is no pack to judge by: title'),
    ]);
    edit('title', 'Federal immigration matters and this department');
  });

  test('shows the matrix and what opens an act by the file', async () => {
    const matrix = await runCli(['policy', 'matrix', '--pack', town]);
    expect(matrix.out).toContain('"pack": "exampleton-2026"');
    expect(matrix.out).not.toContain('"ground": "X2"');
    expect((await runCli(['policy', 'why', 'notify-ice', '--pack', town])).out).not.toContain('Policy, exception 2');
    expect(JSON.parse((await runCli(['policy', 'show', '--pack', town])).out)).toMatchObject({
      agency: { code: 'EPD' },
    });
    expect(await runCli(['policy', 'matrix', '--pack', '/nowhere.json'])).toMatchObject({ code: 2, out: '' });
  });

  test('judges the cases of the guide as the guide says', async () => {
    const [, cases = ''] = /<<'END'\n(.*?)END\n/s.exec(GUIDE) ?? [];
    const { code, out } = await runCli(['decide', '--pack', town], { input: cases });
    const answers = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers).toMatchObject([
      { decision: 'allow', ground: '2a' },
      { decision: 'refuse', missing: [], contradicted: ['arrestingAgency'] },
      { decision: 'refuse', missing: ['people.chief'], contradicted: [] },
    ]);
  });

  test('lets the chief adopt it, nobody else, and everybody acknowledge it', async () => {
    edit('effectiveFrom', dayIn(0));
    expect((await as('alex', 'adopt', town)).out).toContain('role-not-allowed');
    const adopted = await as('chief', 'adopt', town);
    expect(adopted.code).toBe(0);
    const [, digest = ''] = /"digest": "([\da-f]{64})"/.exec(adopted.out) ?? [];
    expect((await as('alex', 'acknowledge', digest)).code).toBe(0);
    const versions: unknown = JSON.parse((await as('chief', 'versions')).out);
    expect(versions).toMatchObject({
      inForce: digest,
      trouble: null,
      versions: [
        { state: 'over' },
        { state: 'in-force', proof: 'good', acknowledgements: [{ person: 'Officer alex Fictional' }] },
      ],
    });
    expect((await as('chief', 'adopt', town)).code).toBe(1);
    expect((await as('alex', 'matrix')).out).toContain('"pack": "exampleton-2026"');
    expect((await runCli(['policy', 'matrix'])).out).toContain('"pack": "westborough-2015"');
    // Seven commands that each sign in or start anew.
  }, 90_000);
});
