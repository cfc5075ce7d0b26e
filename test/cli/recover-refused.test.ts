import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStation, PASSPHRASE } from '../support/station.ts';
import { copyOf, NEW, newLostStation, recover, SECRETS, signIn, type Given, type LostStation } from './lost-station.ts';
import { runCliWith } from './run-cli.ts';

const COPY = 'database-recovery.json';

let lost: LostStation;
let other: LostStation;
let twin: LostStation;
beforeAll(async () => {
  lost = await newLostStation();
  other = await newLostStation('Otherville Police');
  twin = await newLostStation();
}, 240_000);
afterAll(() => {
  for (const station of [lost, other, twin]) station.remove();
});

/** Every file of the station, byte for byte; the lock is nobody's record. */
function bytesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const files = names.map(({ name, parentPath }) => join(parentPath, name)).filter((file) => !/[.]lock$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, 'base64')]));
}

interface Case {
  readonly given?: Given | (() => Given);
  /** Done to the copy of the station first. */
  readonly harm?: (folder: string) => void;
  readonly code?: number;
  readonly says: RegExp;
}

/** A recovery folder of its own with the copy changed so. */
function spoilt(change: (text: string) => string): Given {
  const recovery = mkdtempSync(join(lost.work, 'stick-'));
  cpSync(lost.recoveryFolder, recovery, { recursive: true });
  writeFileSync(join(recovery, COPY), change(readFileSync(join(recovery, COPY), 'utf8')));
  return { recovery };
}

const REFUSED: readonly (readonly [string, Case])[] = [
  [
    'another recovery key',
    { given: () => ({ key: other.recoveryKey }), says: /^This is not the recovery key[.] Check each/m },
  ],
  [
    'a slip in the key',
    {
      given: () => ({ key: lost.recoveryKey.slice(0, -1) }),
      says: /^This is not the recovery key: there is a slip in group 8[.]/m,
    },
  ],
  [
    'the copy of another station',
    {
      given: () => ({ recovery: other.recoveryFolder, key: other.recoveryKey }),
      says: /cannot be used here[.] It belongs to “Otherville Police”, and this station is “Exampleton Police”[.]/,
    },
  ],
  [
    'a damaged copy',
    {
      given: () => spoilt((text) => text.replace(/"data": "..../, '"data": "AAAA')),
      says: /^The file database-recovery[.]json cannot be read[.] It is damaged[.] Take the other copy/m,
    },
  ],
  [
    'a copy cut short',
    { given: () => spoilt((text) => text.slice(0, 40)), says: /It is damaged[.] Take the other copy/ },
  ],
  [
    'no copy there',
    {
      given: () => ({ recovery: join(lost.work, 'nowhere') }),
      says: /^The file database-recovery[.]json cannot be found[.] It is not in the folder that was named[.] Name the/m,
    },
  ],
  [
    'somebody who is no chief',
    { given: { name: 'clerk' }, says: /^Nobody of this name is a chief here[.].*\nChiefs here: chief[.]/m },
  ],
  ['nobody of that name', { given: { name: 'smith' }, says: /^Nobody of this name is a chief here[.]/m }],
  ['a short passphrase', { given: { passphrase: 'heron' }, says: /^This passphrase is short[.]/m }],
  [
    'a passphrase of the station’s own words',
    { given: { passphrase: 'exampleton police chief' }, says: /^This passphrase is made of/m },
  ],
  [
    'two passphrases',
    { given: { again: `${NEW}?` }, code: 2, says: /^The two new passphrases are not the same[.] Nothing/ },
  ],
  ['no passphrase', { given: { passphrase: '' }, code: 2, says: /^The new passphrase is empty[.]/ }],
  [
    'no station in the folder',
    { harm: (folder) => rmSync(join(folder, 'station.json')), says: /^No station stands in this folder[.]/m },
  ],
  [
    'no records in it',
    { harm: (folder) => rmSync(join(folder, 'records.db')), says: /^The records file is not in the station folder/m },
  ],
];

describe('sallyport recover refuses and changes nothing', { timeout: 120_000 }, () => {
  it.each(REFUSED)('for %s', async (_what, { given = {}, harm, code = 1, says }) => {
    const folder = copyOf(lost);
    harm?.(folder);
    const before = bytesOf(folder);
    const ran = await recover(folder, lost, typeof given === 'function' ? given() : given);
    expect(ran.err).toMatch(says);
    expect([ran.code, ran.out === '']).toEqual([code, code === 2]);
    expect([ran.out, ran.err].join()).not.toMatch(SECRETS);
    expect(bytesOf(folder)).toEqual(before);
  });

  it('for a copy of a station of the same name', async () => {
    const folder = copyOf(twin);
    const before = bytesOf(folder);
    const ran = await recover(folder, lost);
    expect([ran.code, bytesOf(folder)]).toEqual([1, before]);
    expect(ran.err).toMatch(/cannot be used here[.] Its key does not open these records: they are of another station/);
  });

  it('while a window has the station open', async () => {
    const desk = await openTestStation(copyOf(lost));
    const ran = await recover(desk.folder, lost);
    await desk.close();
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/^Another window or command has this station open/)]);
    expect(await signIn(desk.folder, PASSPHRASE)).toBe('in');
  });

  it('where a folder holds nothing at all, and leaves nothing there', async () => {
    const ran = await recover(join(lost.work, 'empty'), lost);
    expect([ran.code, existsSync(join(lost.work, 'empty'))]).toEqual([1, false]);
  });

  it.each([
    [['--user', 'chief'], /^Say where the recovery files are with --recovery DIR[.]/],
    [['--recovery', 'stick'], /^Say which chief is to be let in with --user NAME[.]/],
    [['--user', 'chief', '--key', 'X'], /^There is no option --key here[.]/],
  ])('used as %j', async (words, says) => {
    const ran = await runCliWith(['recover', ...words], '');
    expect([ran.code, ran.out, ran.err]).toEqual([2, '', expect.stringMatching(says)]);
  });
});
