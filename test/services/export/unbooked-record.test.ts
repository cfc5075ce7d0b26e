import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyPath } from '../../../services/verify/verify-path.ts';
import { caseOf, formOf, noticeOf, SUBJECT, unbookedDesk, type WithoutArrest } from '../../support/unbooked.ts';

const at = unbookedDesk();

interface Copy {
  readonly folder: string;
  readonly matterId: string;
  readonly notificationNumber: string;
  /** Values by name, in the order of the line. */
  readonly parts: Readonly<Record<string, unknown>>;
}

const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

function partOf(text: string): readonly [string, unknown] {
  const found = decoded(text);
  if (!Array.isArray(found)) throw new TypeError('a part is no list');
  return [String(found[1]), found[2]];
}

/** Records a notice and writes its signed copy. */
async function copyOf(ground: WithoutArrest['ground'], released: readonly ('name' | 'dob')[]): Promise<Copy> {
  const form = await formOf(at.desk, caseOf(ground));
  const reason = 'Kept in the house only.';
  const made = await at.desk.done('notification.record', noticeOf({ ...form, released: [...released], reason }));
  const [written] = await at.desk.done('notification.export', {
    notificationIds: [made.notificationId],
    folder: at.desk.recoveryFolder,
    audience: 'Exampleton District Court, made up',
  });
  const folder = written?.folder ?? '';
  const line = await readFile(join(folder, 'record.sd-jwt'), 'utf8');
  const parts = line.split('~').slice(1, -1).map(partOf);
  const { matterId, number: notificationNumber } = made;
  return { folder, matterId: matterId ?? '', notificationNumber, parts: Object.fromEntries(parts) };
}

describe('the signed record of a notice about somebody who is not booked', () => {
  it('tells this and no more, field by field', async () => {
    const { ground, facts } = caseOf('2e');
    const copy = await copyOf(ground, ['name', 'dob']);
    const pack = await at.desk.done('policy.get', {});
    const { inForce } = await at.desk.done('policy.versions', {});
    const { times, ...rest } = copy.parts;
    expect(rest).toEqual({
      station: { name: 'Exampleton Police', ori: 'MA0EX0100' },
      person: { name: { family: 'Placeholder', given: 'Kim' }, dob: '1990-04-01' },
      notice: {
        ...{
          number: copy.notificationNumber,
          outcome: 'notified',
          direction: 'out',
          agency: 'Federal office, made up',
        },
        ...{ channel: 'phone', purpose: 'Notice of what the tip says.', released: ['name', 'dob'] },
        criminalHistory: false,
        recordedBy: { name: 'Officer sample Fictional', badge: '0117', role: 'booking-officer' },
      },
      authority: {
        ...{ ground: '2e', cite: '2(e)', decidedBy: 'Officer sample Fictional', facts },
        pack: { id: pack.id, version: pack.version, digest: inForce },
      },
    });
    expect(times).toMatchObject({ contactedAt: '2026-11-20T02:10:00-05:00' });
    expect(Object.keys(times ?? {}).toSorted()).toEqual(['contactedAt', 'decidedAt', 'enteredAt']);
  });

  it('tells no day of birth that was not released, no part in the matter, no booking', async () => {
    const { parts, matterId } = await copyOf('2d', ['name']);
    expect(parts['person']).toEqual({ name: { family: SUBJECT.lastName, given: SUBJECT.firstName } });
    expect(Object.keys(parts)).not.toContain('custody');
    const { number } = await at.desk.done('matter.get', { matterId });
    const said = JSON.stringify(parts);
    for (const kept of [SUBJECT.dob, SUBJECT.role, number, matterId, 'bookingNumber', 'in the house', 'asserted']) {
      expect(said).not.toContain(kept);
    }
  });

  it('names who co-signed, and when the facts were known', async () => {
    const { parts } = await copyOf('2c', ['name']);
    expect(parts['authority']).toMatchObject({ ground: '2c', cosignedBy: 'Officer keeper Fictional' });
    expect(parts['times']).toMatchObject({ factsKnownAt: '2026-11-20T01:00:00-05:00' });
  });

  it('can be verified without the station, and is judged again by it with the same answer', async () => {
    const { folder } = await copyOf('2e', ['name']);
    const report = await verifyPath([folder]);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect((await at.desk.done('system.check', {})).ok).toBe(true);
  });
});
