// README.txt of a real export: its commands, run as they are written there.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book, DECLINED } from '../support/booked.ts';
import { run, type Ran } from '../support/outside-program.ts';
import { copyTestStation } from '../support/copied-station.ts';
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

/** Every line that is set in by two letters is a command; the files are copies, changed first where the test says so. */
function followed(change: (work: string) => void = () => undefined): Ran {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-readme-'));
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(work, name));
  change(work);
  const lines = readFileSync(join(work, 'README.txt'), 'utf8').split('\n');
  const from = lines.findIndex((line) => line.startsWith('Check the certificates'));
  const commands = lines.slice(from).filter((line) => /^ {2}/.test(line) && !/^ {4}pdf/.test(line));
  return run('sh', ['-e', '-c', commands.join('\n')], work);
}

/** The file with one letter changed. */
function spoil(name: string, place: (text: string) => number): (work: string) => void {
  return (work) => {
    const bytes = readFileSync(join(work, name));
    const at = place(bytes.toString('latin1'));
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(work, name), bytes);
  };
}

/** What a reader of the commands' output would miss. */
function lacks({ status, text }: Ran): readonly string[] {
  const wanted = [
    'station-signing.pem: OK',
    'The record is in the log.',
    'The signature covers the whole file.',
    'CAdES Verification successful',
  ];
  const missed = wanted.filter((words) => !text.includes(words));
  const twice = (text.match(/Verified OK/g) ?? []).length === 2 ? [] : ['Verified OK'];
  return [...missed, ...twice, ...(status === 0 ? [] : [`status ${String(status)}`])];
}

describe('README.txt, followed as written', { timeout: 60_000 }, () => {
  it('finds a good export good: certificates, record, parts, log and PDF', () => {
    const ran = followed();
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
    expect(lacks(followed(spoil(file, place)))).toContain(missed);
  });
});
