// What the town clerk does each month: the new packet, held against the head in the last one.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../../services/verify/verify-path.ts';
import { FORMAT } from '../../format/vector.ts';

const work = mkdtempSync(join(tmpdir(), 'sallyport-packet-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('a packet that the town clerk holds against the head of last month', () => {
  const packet = join(FORMAT, 'good/clerk-packet/clerk-packet-2026-12');
  const before = join(packet, 'checkpoint-before.txt');
  const growth = async (path: string, checkpoint: string): Promise<readonly (readonly [boolean, string])[]> =>
    (await verifyPath([path], { checkpoint })).checks
      .filter(({ name }) => name === 'growth')
      .map(({ ok, detail }) => [ok, detail]);
  const grew = [true, 'the 21 entries begin with the same 18'];

  it('brings the way from it, in its folder and in its PDF', async () => {
    const alone = join(work, 'last-month.txt');
    copyFileSync(before, alone);
    expect(await growth(packet, alone)).toEqual([grew, grew]);
    expect(await growth(join(packet, 'clerk-packet-2026-12.pdf'), alone)).toEqual([grew]);
    expect((await growth(packet, join(packet, 'checkpoint-2026-12.txt'))).at(-1)).toEqual([
      true,
      'the same 21 entries',
    ]);
  });

  it('leads its head alone on too, whatever way lies beside the head of last month', async () => {
    const alone = join(work, 'last-month.txt');
    copyFileSync(before, alone);
    const head = join(packet, 'checkpoint-2026-12.txt');
    expect(await growth(head, alone)).toEqual([grew]);
    writeFileSync(join(work, 'consistency.txt'), `${Buffer.alloc(32).toString('base64')}\n`);
    expect(await growth(head, alone)).toEqual([grew]);
    rmSync(join(work, 'consistency.txt'));
  });

  it('cannot tell of an older one, is refused by another log, and a paper without a head by any', async () => {
    const text = readFileSync(before, 'utf8');
    const changed = (change: (note: string) => string): string => {
      const path = join(work, 'changed.txt');
      writeFileSync(path, change(text));
      return path;
    };
    expect(
      (
        await growth(
          packet,
          changed((note) => note.replace('\n18\n', '\n17\n')),
        )
      ).at(-1),
    ).toEqual([false, 'cannot be told without a consistency.txt from 17 to 21']);
    const root = `${Buffer.alloc(32).toString('base64')}\n\n`;
    expect(
      (
        await growth(
          packet,
          changed((note) => note.replace(/.{44}\n\n/, root)),
        )
      ).at(-1)?.[1],
    ).toMatch(/do not begin with the same 18/);
    expect(
      (
        await growth(
          packet,
          changed((note) => note.replaceAll('booking-log', 'other')),
        )
      ).at(-1)?.[1],
    ).toMatch(/^two different logs/);
    const report = join(FORMAT, 'good/report/report-2026-11-01-to-2026-11-30');
    expect(await growth(report, before)).toEqual([[false, 'there is no head of a log in it to compare with']]);
  });
});
