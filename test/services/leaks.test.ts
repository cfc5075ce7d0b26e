import { randomBytes, randomUUID, verify, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { POLICY_GUARDS } from '../../db/guards.ts';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { keyOf } from '../support/look-inside.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

const TELLS = 'Stated that he overstayed his visa.';
const HARMLESS = 'Ice pack applied; Visa card returned to the owner.';

const headerShape = z.object({ x5c: z.array(z.string()), typ: z.string() });

let desk: TestStation;
let copies: string;
let temporary: string;
beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'leaks-'));
  desk = await newTestStation({ temporary });
  copies = mkdtempSync(join(tmpdir(), 'copies-'));
  const { bookingId } = await desk.done('booking.open', {});
  await desk.done('booking.keepDraft', { bookingId, fields: { narrative: HARMLESS }, charges: [] });
});
afterAll(async () => {
  for (const folder of [copies, temporary]) rmSync(folder, { recursive: true, force: true });
  await desk.remove();
});

const look = (...paths: readonly string[]) => desk.done('system.leaks', { paths: [...paths] });
const ofCopies = async () => (await look(copies)).leaks;

/** Writes past the screen, as a version that did not know the word would have. */
async function writePastTheScreen(narrative: string): Promise<void> {
  const guards = { ...POLICY_GUARDS, blocks: () => false, isProtectedName: () => false };
  const { database, mark } = await keyOf(desk.folder);
  const connection = connect({ file: recordsPath(desk.folder), keys: { database, mark }, guards }, 'write');
  connection.prepare('update draft set fields = ?').run(JSON.stringify({ narrative }));
  connection.close();
}

describe('the look for leaks', () => {
  it('finds nothing where nothing is, and signs that', async () => {
    writeFileSync(join(copies, 'note.txt'), HARMLESS);
    const report = await look(copies);
    expect(report.checks.map(({ name }) => name)).toEqual([
      ...['stored', 'own files', 'copies', 'read'],
      ...['program files', 'crash dumps', 'printed sheets', 'without words'],
    ]);
    expect([report.ok, report.leaks]).toEqual([true, []]);
    const [header = '', payload = '', signature = ''] = report.signed.split('.');
    const { x5c, typ } = headerShape.parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
    const key = new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64')).publicKey;
    const whole = { key, dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', Buffer.from(`${header}.${payload}`), whole, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
    expect([typ, JSON.parse(Buffer.from(payload, 'base64url').toString())]).toMatchObject([
      'leak-report+jws',
      { ok: report.ok, checks: report.checks },
    ]);
  });

  it('finds a stored value that the screen of today would not let in, and repeats no word of it', async () => {
    await writePastTheScreen(TELLS);
    const report = await look();
    const [leak] = report.leaks.filter(({ place }) => place.startsWith('records'));
    expect(leak).toMatchObject({ part: 'fields', category: 'status-statement', clause: '1(b)' });
    expect([leak?.place.startsWith('records, draft '), report.firstBad]).toEqual([true, 'stored']);
    expect(JSON.stringify(report)).not.toMatch(/overstay/);
    await writePastTheScreen(HARMLESS);
    expect((await look()).checks[0]?.ok).toBe(true);
  });

  it.each([
    ['a line of a log', 'station.log', Buffer.from(`started\n${TELLS}\n`)],
    ['a value in JSON', 'left.json', Buffer.from(JSON.stringify({ a: [{ b: TELLS }] }))],
    ['a line of JSON lines', 'left.jsonl', Buffer.from(`{"a":1}\n${JSON.stringify({ b: TELLS })}\n`)],
    ['bytes', 'left.bin', Buffer.concat([Buffer.from([0, 1, 2, 255]), Buffer.from(TELLS), Buffer.from([0, 7])])],
    ['letters of two bytes', 'left.raw', Buffer.concat([Buffer.from([0, 255]), Buffer.from(TELLS, 'utf16le')])],
    [
      'a signed record',
      'record.sd-jwt',
      Buffer.from(`x.y.z~${Buffer.from(JSON.stringify(['salt', 'person', { note: TELLS }])).toString('base64url')}~`),
    ],
    ['records that are not encrypted', 'records.db', Buffer.from(`SQLite format 3\0\0\u0001${TELLS}`)],
    ['a path in a log', 'usb.log', Buffer.from('/media/usb/undocumented_alien_smith.csv\n')],
    ['a name without a blank', 'list.txt', Buffer.from('scans/greenCardCopySmith2026.pdf')],
    ['a text that is named as records are', 'notes.db.txt', Buffer.from(TELLS)],
    ['a text among bytes that look random', 'records.db-wal', Buffer.concat([randomBytes(8_192), Buffer.from(TELLS)])],
    ['a name', 'overstayed his visa.txt', Buffer.from('nothing')],
    ['a copy of memory', 'window.dmp', Buffer.from('MDMP')],
  ])('finds %s', async (_what, name, bytes) => {
    const path = join(copies, 'deep', name);
    mkdirSync(join(copies, 'deep'), { recursive: true });
    writeFileSync(path, bytes);
    const found = await ofCopies();
    rmSync(path);
    expect(found.length).toBe(1);
    expect(JSON.stringify(found)).not.toMatch(/overstay/);
    expect(await ofCopies()).toEqual([]);
  });

  it('finds nothing in keys, digests, paths and what is encrypted', async () => {
    const texts = [
      ...[randomBytes(48).toString('base64'), randomBytes(64).toString('base64url'), randomBytes(32).toString('hex')],
      ...[randomUUID(), '/usr/lib/sallyport/resources/station-process/main.js'],
    ];
    writeFileSync(join(copies, 'made.txt'), texts.join('\n'));
    writeFileSync(join(copies, 'records.db'), randomBytes(100_000));
    expect((await look(copies)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('lets a copy name the agency that it went to, and the station folder not', async () => {
    writeFileSync(join(copies, 'sent.txt'), 'Handed to ICE ERO Boston.');
    expect(await ofCopies()).toEqual([]);
    const own = join(desk.folder, 'left.txt');
    writeFileSync(own, 'Handed to ICE ERO Boston.');
    expect(
      (await look()).leaks.filter(({ place }) => place.startsWith('station')).map(({ category }) => category),
    ).toEqual(['agency']);
    rmSync(own);
  });

  it('says which folder is not there, and stands on the ledger by its counts', async () => {
    expect(await desk.call('system.leaks', { paths: [copies, '/nowhere'] })).toMatchObject({
      ok: false,
      refusals: [{ code: 'not-found', field: 'paths.1' }],
    });
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
