// A hundred of the thousand mutations of `npm run mutations`. `verify` and verify.html judge each; openssl with a shell,
// which starts some hundred processes for one, every twelfth.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawMutation } from '../mutations/draw-mutation.ts';
import { FREE_PLACES } from '../mutations/free-places.ts';
import { judgeMutation, wrongIn, type Judged } from '../mutations/judges.ts';
import { readBase, type Bundle } from '../mutations/mutation.ts';
import { has } from '../support/outside-program.ts';

const COUNT = 100;
const SHELL_EVERY = 12;
const base = readBase();
const judge = (name: string, bundle: Bundle, withShell = true): Promise<Judged> =>
  judgeMutation({ name, bundle }, base, withShell);

it('the copies that they start from hold, by every judge', { timeout: 60_000 }, async () => {
  const held = await judge('record', { kind: 'folder', files: base.record });
  expect([held.command, held.page, held.shell, held.said]).toEqual([
    true,
    true,
    true,
    ['', expect.stringMatching(/^ok/)],
  ]);
  for (const zip of base.zips) {
    const { command, page } = await judge('zip', { kind: 'zip', ...zip }, false);
    expect([command, page]).toEqual([true, true]);
  }
});

it(
  'the judges agree on every one of a hundred mutations, and refuse what a promise covers',
  { timeout: 120_000 },
  async () => {
    const judged: Judged[] = [];
    for (let number = 0; number < COUNT; number += 1) {
      const mutation = await drawMutation(base, 'sample', number);
      const withShell = number % SHELL_EVERY === 0 && (mutation.bundle.kind === 'folder' || has('unzip'));
      judged.push(await judgeMutation(mutation, base, withShell));
    }
    expect(judged.flatMap((one) => wrongIn(one) ?? [])).toEqual([]);
    expect(judged.filter(({ command }) => !command).length).toBeGreaterThan(COUNT * 0.85);
  },
);

it('every place that no promise covers is listed by its name in docs/format.md', () => {
  const format = readFileSync(join(import.meta.dirname, '../../docs/format.md'), 'utf8');
  for (const name of FREE_PLACES) expect(format).toContain(`| ${name} |`);
});
