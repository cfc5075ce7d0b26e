// README.txt of a real export: its commands, run as they are written there.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book, DECLINED } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { followReadme, lacks } from '../support/readme-steps.ts';
import type { TestStation } from '../support/station.ts';

let desk: TestStation;
let folder = '';
beforeAll(async () => {
  desk = await copyTestStation();
  const bookingId = await book(desk);
  const { notificationId } = await desk.done('notification.record', { ...DECLINED, bookingId });
  const into = join(desk.folder, '..', 'out');
  mkdirSync(into);
  const asked = { notificationIds: [notificationId], folder: into, audience: 'Counsel Sample', purpose: 'Discovery' };
  folder = (await desk.done('notification.export', asked))[0]?.folder ?? '';
}, 60_000);
afterAll(() => desk.remove());

/** The file with one letter changed. */
function spoil(name: string, place: (text: string) => number): (work: string) => void {
  return (work) => {
    const bytes = readFileSync(join(work, name));
    const at = place(bytes.toString('latin1'));
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(work, name), bytes);
  };
}

describe('README.txt, followed as written', { timeout: 60_000 }, () => {
  it('finds a good export good: certificates, record, parts, log and PDF', () => {
    const ran = followReadme(folder);
    expect(lacks(ran)).toEqual([]);
    expect(ran.text).toContain('"family":"Testperson"');
    const digests = ran.text.split('\n').filter((line) => /^[\w-]{43}$/.test(line));
    expect(digests.length).toBeGreaterThan(4);
    for (const digest of digests) expect(ran.text).toMatch(new RegExp(`"_sd":\\[[^\\]]*"${digest}"`));
  });

  it('names the files, the proof of the log among them, and the fingerprint', () => {
    const help = readFileSync(join(folder, 'README.txt'), 'utf8');
    for (const name of readdirSync(folder).filter((one) => one !== 'README.txt')) expect(help).toContain(name);
    expect(help).toMatch(/([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  });

  it.each([
    ['record.sd-jwt', (text: string) => text.indexOf('.') + 9, 'Verified OK'],
    ['record.tlog-proof', (text: string) => text.indexOf('index') + 12, 'The record is in the log.'],
    ['record.tlog-proof', (text: string) => text.lastIndexOf('=') - 20, 'Verified OK'],
    ['.pdf', (text: string) => text.length - 400, 'CAdES Verification successful'],
  ])('misses a word that it should print where %s is changed', (name, place, missed) => {
    const file = readdirSync(folder).find((one) => one.endsWith(name)) ?? '';
    expect(lacks(followReadme(folder, spoil(file, place)))).toContain(missed);
  });
});
