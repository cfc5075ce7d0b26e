import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { keyringPath, recordsPath, signingKeyPath } from '../../services/keys/station-files.ts';
import { book, DECLINED } from '../support/booked.ts';
import { keyOf } from '../support/look-inside.ts';
import { newTestStation, openTestStation, PASSPHRASE } from '../support/station.ts';

const work = mkdtempSync(join(tmpdir(), 'sallyport-files-'));
const good = join(work, 'good');
const other = join(work, 'other');
let booking = '';

beforeAll(async () => {
  for (const place of [good, other]) {
    const desk = await newTestStation();
    if (place === good) booking = await book(desk);
    await desk.close();
    cpSync(desk.folder, place, { recursive: true });
    await desk.remove();
  }
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

let copies = 0;
function copyOf(): string {
  copies += 1;
  const folder = join(work, `copy-${String(copies)}`);
  cpSync(good, folder, { recursive: true });
  return folder;
}

/** What a person who signs in is told; null where they are in. */
async function told(folder: string): Promise<Refusal | null> {
  const desk = await openTestStation(folder);
  const reply = await desk.call('session.signIn', { name: 'chief', passphrase: PASSPHRASE });
  const open = reply.ok ? await desk.done('booking.get', { bookingId: booking }) : null;
  await desk.close();
  expect(desk.faults).toEqual([]);
  expect(open === null || open.version === 1).toBe(true);
  return reply.ok ? null : (reply.refusals[0] ?? null);
}

async function addLaterStep(folder: string): Promise<void> {
  const key = await keyOf(folder);
  const store = connect({ file: recordsPath(folder), keys: { database: key.database, mark: key.mark } }, 'write');
  store
    .prepare("insert into kysely_migration (name, timestamp) values ('9999-of-a-later-version', '2027-01-01')")
    .run();
  store.close();
}

function garble(folder: string): void {
  const size = statSync(recordsPath(folder)).size;
  writeFileSync(recordsPath(folder), Buffer.alloc(size, 0x5a));
}

/** One page in the middle, as a failing disk would leave it. */
function garblePage(folder: string): void {
  const bytes = readFileSync(recordsPath(folder));
  bytes.fill(0x5a, 8_192, 12_288);
  writeFileSync(recordsPath(folder), bytes);
}

interface Told {
  readonly code: string;
  readonly sentence: RegExp;
}

const FAULTS: readonly (readonly [string, (folder: string) => void | Promise<void>, Told])[] = [
  [
    'the keyring is missing',
    (folder) => rmSync(keyringPath(folder)),
    { code: 'missing-key', sentence: /key of the records is not here/ },
  ],
  [
    "the keyring is another station's",
    (folder) => cpSync(keyringPath(other), keyringPath(folder)),
    { code: 'wrong-key', sentence: /does not open the records[.] Use the recovery key/ },
  ],
  [
    'the keyring is garbage',
    (folder) => writeFileSync(keyringPath(folder), '{'),
    { code: 'unreadable-file', sentence: /keyring[.]json/ },
  ],
  [
    'the records are missing',
    (folder) => rmSync(recordsPath(folder)),
    { code: 'damaged-database', sentence: /is not in the station folder.*Bring back the last backup/ },
  ],
  [
    'the records are empty',
    (folder) => truncateSync(recordsPath(folder), 0),
    { code: 'damaged-database', sentence: /is damaged/ },
  ],
  ['the records are garbage', garble, { code: 'wrong-key', sentence: /does not open the records/ }],
  [
    'a page of the records is garbage',
    garblePage,
    { code: 'damaged-database', sentence: /is damaged; nothing was changed/ },
  ],
  [
    'the records are of a newer version',
    addLaterStep,
    { code: 'newer-database', sentence: /newer Sallyport[.] Install that version/ },
  ],
  [
    'station.json is garbage',
    (folder) => writeFileSync(join(folder, 'station.json'), '[]'),
    { code: 'unreadable-file', sentence: /station[.]json/ },
  ],
];

describe('a station', () => {
  it('opens as a copy', async () => {
    expect(await told(copyOf())).toBeNull();
  });

  it.each(FAULTS)('says so where %s, and changes nothing', async (_what, harm, { code, sentence }) => {
    const folder = copyOf();
    await harm(folder);
    const before = existsSync(recordsPath(folder)) ? readFileSync(recordsPath(folder)) : null;
    const refusal = await told(folder);
    expect(refusal?.code).toBe(code);
    expect(refusal === null ? '' : refusalMessage(refusal)).toMatch(sentence);
    const after = existsSync(recordsPath(folder)) ? readFileSync(recordsPath(folder)) : null;
    expect(before === null ? after === null : after?.equals(before)).toBe(true);
  });

  it('says so where the records end in the middle, and opens again once they are whole', async () => {
    const folder = copyOf();
    truncateSync(recordsPath(folder), 20_000);
    expect(await told(folder)).toMatchObject({ code: 'damaged-database' });
    cpSync(recordsPath(good), recordsPath(folder));
    expect(await told(folder)).toBeNull();
  });

  it('exports nothing where the signing key is missing, and says so', async () => {
    const folder = copyOf();
    rmSync(signingKeyPath(folder));
    const desk = await openTestStation(folder);
    await desk.signIn('chief');
    const declined = await desk.done('notification.record', DECLINED);
    const copy = { notificationIds: [declined.notificationId], folder: join(work, 'out'), audience: 'Court, made up' };
    const reply = await desk.call('notification.export', copy);
    expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'missing-key' }] });
    expect(existsSync(join(work, 'out'))).toBe(false);
    await desk.close();
  });
});
