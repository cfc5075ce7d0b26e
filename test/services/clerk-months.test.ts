// Packets for the town clerk of months in a row, as the clerk holds them: each against the head in the one before.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

interface Packet {
  readonly folder: string;
  /** Path of the head in it. */
  readonly head: string;
}

let now = Date.parse('2026-10-05T14:00:00Z');
let desk: TestStation;
let october: Packet;
let octoberAgain: Packet;
let november: Packet;
let again: Packet;

/** A day at the desk: somebody comes, a form is opened, a head is signed as they leave. */
async function day(at: string): Promise<void> {
  now = Date.parse(at);
  await desk.done('session.signOut', {});
  await desk.signIn('chief');
  await desk.done('booking.open', {});
}

function wanted(month: string, last: string, folder: string): CallInput<'release.write'> {
  const span = { from: `${month}-01`, to: `${month}-${last}` };
  return { kind: 'clerk-packet', ...span, folder, audience: 'Town clerk', purpose: 'The month' };
}

async function packet(month: string, last: string): Promise<Packet> {
  const into = mkdtempSync(join(desk.folder, '..', 'clerk-'));
  const { folder } = await desk.done('release.write', wanted(month, last, into));
  return { folder, head: join(folder, `checkpoint-${month}.txt`) };
}

beforeAll(async () => {
  desk = await newTestStation({ clock: { now: () => new Date(now) } });
  await day('2026-10-31T20:00:00Z');
  await day('2026-11-03T15:00:00Z');
  october = await packet('2026-10', '31');
  await day('2026-11-05T15:00:00Z');
  octoberAgain = await packet('2026-10', '31');
  await day('2026-11-20T15:00:00Z');
  await day('2026-12-02T15:00:00Z');
  november = await packet('2026-11', '30');
  await day('2026-12-03T15:00:00Z');
  again = await packet('2026-11', '30');
}, 60_000);
afterAll(() => desk.remove());

const failing = async (given: string, checkpoint: string): Promise<readonly string[]> =>
  (await verifyPath([given], { checkpoint })).checks.filter(({ ok }) => !ok).map(({ detail }) => detail);

describe('packets of months in a row', () => {
  it('the first leads on from nothing', () => {
    expect(readdirSync(october.folder)).not.toContain('checkpoint-before.txt');
  });

  it('one that is written anew leads on from the first copy', async () => {
    const before = readFileSync(join(octoberAgain.folder, 'checkpoint-before.txt'), 'utf8');
    expect(before).toBe(readFileSync(october.head, 'utf8'));
    expect(await failing(octoberAgain.folder, october.head)).toEqual([]);
  });

  it('the next leads on from the head in the one before, which was signed after its month had ended', () => {
    const before = readFileSync(join(november.folder, 'checkpoint-before.txt'), 'utf8');
    expect(before).toBe(readFileSync(octoberAgain.head, 'utf8'));
  });

  it('the next leads on from either copy, be it the folder, the PDF alone or the head alone', async () => {
    const { folder, head } = november;
    for (const given of [folder, join(folder, 'clerk-packet-2026-11.pdf'), head])
      for (const copy of [october, octoberAgain]) expect(await failing(given, copy.head)).toEqual([]);
  });

  it('leads on from no head that was changed', async () => {
    const changed = join(desk.folder, '..', 'changed.txt');
    const other = `${Buffer.alloc(32).toString('base64')}\n\n`;
    writeFileSync(changed, readFileSync(october.head, 'utf8').replace(/.{44}\n\n/, other));
    for (const given of [november.folder, november.head])
      expect(await failing(given, changed)).toEqual([expect.stringContaining('do not begin with the same')]);
  });

  it('one that was refused, since it is there already, did not leave, and the next leads on from all that did', async () => {
    await day('2026-12-04T15:00:00Z');
    const refused = await desk.call('release.write', wanted('2026-11', '30', dirname(again.folder)));
    expect(refused).toMatchObject({ refusals: [{ params: { why: 'already-there' } }] });
    await day('2027-01-04T15:00:00Z');
    const december = await packet('2026-12', '31');
    for (const { head } of [october, octoberAgain, november, again])
      expect(await failing(december.folder, head)).toEqual([]);
  });

  it('one that is written anew leads on from the month before as well', async () => {
    expect(await failing(again.folder, october.head)).toEqual([]);
  });
});
