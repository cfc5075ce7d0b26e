// M28: nobody under 18 stands in anything that may leave: not on a shift sheet, in no line of a report, in no copy that
// anybody but the chief hands out. What is counted stays counted.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book, DECLINED } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const yearsAgo = (years: number): string => `${String(new Date().getFullYear() - years)}-01-01`;
const TEEN = { last_name: 'Fledgling', first_name: 'Robin', dob: yearsAgo(15), booking_datetime: ago(30) };
const GROWN = { last_name: 'Testperson', first_name: 'Alex', dob: yearsAgo(40), booking_datetime: ago(30) };

let desk: TestStation;
let teen = '';
let grown = '';
beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('records-clerk', 'clerk');
  await desk.signIn('clerk', 'clerk');
  teen = await book(desk, { fields: TEEN });
  grown = await book(desk, { fields: GROWN });
}, 120_000);
afterAll(() => desk.remove());

async function receive(about: object): Promise<void> {
  const detail = { channel: 'fax', agency: 'Federal office, made up', asked: 'Hold under form I-247A' };
  const event = { kind: 'received', at: ago(10), detail };
  await desk.done('matter.open', { kind: 'request', subject: {}, ...about, event });
}
async function decline(bookingId: string): Promise<string> {
  const input = { ...DECLINED, bookingId, contactedAt: ago(5), reason: 'Not needed.' };
  return (await desk.done('notification.record', input)).notificationId;
}

describe('somebody under 18', () => {
  it('is named on no shift sheet, and on the screen of the desk', async () => {
    const { shift, inCustody } = await desk.done('desk.get', {}, 'clerk');
    const paper = shift.map(({ onPaper }) => onPaper).join('\n');
    expect([paper.includes('Fledgling'), paper.includes('Testperson')]).toEqual([false, true]);
    expect(shift.some(({ text }) => text.includes('Fledgling'))).toBe(true);
    expect(inCustody.map(({ lastName, minor }) => [lastName, minor]).toSorted()).toEqual([
      ['Fledgling', true],
      ['Testperson', false],
    ]);
  });

  it('is counted in a report, and stands in no line of it, whether booked or named', async () => {
    const span = { from: '2020-01-01', to: '2099-12-31' };
    await receive({ bookingId: teen });
    await receive({ bookingId: grown });
    await receive({ subject: { role: 'suspect', lastName: 'Fledgling', dob: yearsAgo(16) } });
    const report = await desk.done('report.get', span, 'clerk');
    expect(report.figures.find(({ id }) => id === 'requests')?.count).toBe(3);
    expect([report.requests.length, report.requestsWithheld]).toEqual([1, 2]);
  });

  it('is in a signed copy by the chief alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sallyport-copies-'));
    const notificationIds = [await decline(grown), await decline(teen)];
    const input = { notificationIds, folder, audience: 'Exampleton District Court, made up' };
    expect(await desk.call('notification.export', input, 'clerk')).toMatchObject({
      refusals: [{ code: 'role-not-allowed', params: { why: 'under-18' } }],
    });
    const own = { ...input, notificationIds: notificationIds.slice(0, 1) };
    expect(await desk.done('notification.export', own, 'clerk')).toHaveLength(1);
    expect(await desk.done('notification.export', input)).toHaveLength(2);
  });

  it('is in no package of a span, whoever makes it, and the package says how many it left out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sallyport-package-'));
    const span = { from: '2020-01-01', to: '2099-12-31' };
    const input = { span, folder, audience: 'Exampleton Gazette, made up', purpose: 'Public records request' };
    expect(await desk.done('export.batch', input)).toMatchObject({ copies: 1, withheld: 1 });
  });
});
