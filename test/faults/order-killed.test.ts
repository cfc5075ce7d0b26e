import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { keyOf } from '../support/look-inside.ts';
import { addPeople, carryOut, fillRecord, TELLING, type Filled } from '../support/ordered.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';
import { everyFile, everyPage, foundIn } from '../support/store-pages.ts';

const script = resolve(import.meta.dirname, '../support/child-order.ts');
let desk: TestStation;
let filled: Filled;
let made = 0;
beforeAll(async () => {
  desk = await newTestStation();
  await addPeople(desk);
  filled = await fillRecord(desk);
  await desk.close();
}, 120_000);
afterAll(() => desk.remove());

/** The station as it was before the order. */
function copyOf(): string {
  made += 1;
  const folder = join(desk.folder, '..', `copy-${String(made)}`);
  cpSync(desk.folder, folder, { recursive: true });
  return folder;
}

/** Runs the order in a process that is killed, by itself at an id or from outside some time after it began. */
async function killed(
  folder: string,
  at: { readonly id?: number; readonly after?: number },
): Promise<readonly string[]> {
  const args = [script, folder, filled.bookingId, filled.number, String(at.id ?? 0)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (line === 'begun' && at.after !== undefined) await setTimeout(at.after).then(() => child.kill('SIGKILL'));
    if (line.startsWith('done')) child.kill('SIGKILL');
  }
  await ended;
  return lines;
}

/** What the next start finds: `whole`, `gone`, or what is wrong. */
async function found(folder: string): Promise<string> {
  const next = await openTestStation(folder);
  await next.signIn('chief');
  const bad = (await next.done('system.check', {})).checks.filter(({ ok }) => !ok);
  const there = (await next.call('booking.get', { bookingId: filled.bookingId })).ok;
  const toTell = await next.done('order.recalls', {});
  const { database } = await keyOf(folder);
  const words = foundIn(everyPage(recordsPath(folder), database) + everyFile(folder), TELLING);
  await next.close();
  rmSync(folder, { recursive: true });
  if (bad.length > 0) return JSON.stringify(bad);
  if (there) return words.length === TELLING.length && toTell.length === 0 ? 'whole' : 'half gone';
  return words.length === 0 && toTell.length === 3 ? 'gone' : `left: ${words.join()}`;
}

describe('an order that a power cut breaks off', () => {
  it('is not begun where it was cut at any step of its transaction', async () => {
    const folder = copyOf();
    const [, done = ''] = await killed(folder, {});
    expect(await found(folder)).toBe('gone');
    const ids = Number(done.replace('done ', ''));
    expect(ids).toBeGreaterThan(6);
    for (const id of [1, Math.ceil(ids / 2), ids]) {
      const cut = copyOf();
      expect(await killed(cut, { id })).toEqual(['begun']);
      expect([id, await found(cut)]).toEqual([id, 'whole']);
    }
  }, 300_000);

  it('is wholly done or not begun, whenever it was cut', async () => {
    const outcomes = new Set<string>();
    for (const after of [60, 100, 140, 180, 240]) {
      const folder = copyOf();
      await killed(folder, { after });
      outcomes.add(await found(folder));
    }
    expect([...outcomes].filter((outcome) => !['whole', 'gone'].includes(outcome))).toEqual([]);
  }, 300_000);

  it('is tidied at the next start where somebody kept the files from being tidied at once', async () => {
    const folder = copyOf();
    const first = await openTestStation(folder);
    await first.signIn('chief');
    const { database, mark } = await keyOf(folder);
    const reader = connect({ file: recordsPath(folder), keys: { database, mark } }, 'read');
    reader.exec('begin; select count(*) from booking');
    const reply = await carryOut(first, { ...filled, kind: 'expunge' });
    expect(reply).toMatchObject({ ok: true, value: { clean: false } });
    expect(foundIn(everyPage(recordsPath(folder), database), TELLING)).toEqual(TELLING);
    reader.close();
    await first.close();
    expect(await found(folder)).toBe('gone');
  }, 60_000);
});
