// What the town clerk does each month: the new packet, held against the head in the last one.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../../services/verify/verify-path.ts';
import { allVectors, FORMAT, type NamedVector } from '../../format/vector.ts';

function vectorOf(name: string): NamedVector {
  const found = allVectors().find((one) => one.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
}

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

  it('cannot tell of an older one, and is refused by another log', async () => {
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
  });
});

describe('what brings no head of the log', () => {
  const said = async (path: string, checkpoint: string): Promise<readonly (readonly [string, boolean, string])[]> =>
    (await verifyPath([join(FORMAT, path)], { checkpoint: join(FORMAT, checkpoint) })).checks
      .filter(({ name }) => name.endsWith('growth'))
      .map(({ ok, name, detail }) => [name, ok, detail]);
  const packets = 'good/clerk-packet/clerk-packet-2026-12/checkpoint-before.txt';
  const none = 'this paper brings no signed head of the log: it is not compared with the one that was handed in';

  it.each(['report', 'daily-log'])('is not compared where it is a paper that has none: %s', async (kind) => {
    const folder = `good/${kind}/${kind}-2026-11-01-to-2026-11-30`;
    for (const path of [folder, `${folder}/${kind}-2026-11-01-to-2026-11-30.pdf`])
      expect(await said(path, packets)).toEqual([['growth', true, none]]);
  });

  it('is not compared in the answer to a request either, and the records in it are', async () => {
    const { give, checkpoint = '' } = vectorOf('good/public-records');
    const zip = `good/public-records/${give.join()}`;
    const papers = [
      ['daily-log-2026-11-01-to-2026-11-30: growth', true, none],
      ['public-records-EXP-2026-000001: growth', true, none],
    ];
    const same = await said(zip, `good/public-records/${checkpoint}`);
    expect(same).toEqual(expect.arrayContaining(papers));
    expect(same.filter(([name]) => /^EXP-2026-\d+: growth$/.test(name))).toEqual([
      [expect.any(String), true, expect.stringMatching(/^the same \d+ entries$/)],
    ]);
    const other = await said(zip, packets);
    expect(other.filter(([, ok]) => ok)).toEqual(expect.arrayContaining(papers));
    expect(other.filter(([, ok]) => !ok).map(([, , why]) => why)).toEqual([expect.stringMatching(/^two different/)]);
  });

  it('is refused where it is a record, which should bring one', async () => {
    expect(await said('good/proof/record.sd-jwt', packets)).toEqual([
      ['growth', false, 'there is no head of a log in it to compare with'],
    ]);
  });
});
