import { describe, expect, it } from 'vitest';
import { book } from '../../support/booked.ts';
import { dayIn, groundOf, policyDesk } from '../../support/policy-desk.ts';
import { PASSPHRASE } from '../../support/station.ts';

describe('a reading', () => {
  const at = policyDesk();

  const readings = [
    { id: 'forthwith', reading: 'Ten minutes after the facts were known.', reason: 'Counsel said so.' },
  ];

  it('makes a version of its own, dated and named; what was decided keeps the old one', async () => {
    const bookingId = await book(at.desk);
    const old = await at.desk.done('policy.get', {});
    await at.desk.done('ground.determine', groundOf(bookingId));
    const made = await at.desk.done('policy.interpret', { readings });
    expect(made).toMatchObject({ id: old.id, version: '2', effectiveFrom: dayIn(0), effectiveUntil: null });
    const pack = await at.desk.done('policy.get', {});
    const changed = pack.interpretation.filter((one, at) => one.reading !== old.interpretation[at]?.reading);
    expect(changed).toMatchObject([
      { id: 'forthwith', reading: readings[0]?.reading, date: dayIn(0), by: 'M. Fiction' },
    ]);
    const report = await at.desk.done('system.check', {});
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.find(({ name }) => name === 'decisions')?.detail).toMatch(/^1 decisions, each judged again/);
    await at.desk.done('policy.interpret', {
      readings: [{ id: 'serious', reading: 'As the chief says.', reason: 'Asked.' }],
    });
    expect((await at.desk.done('policy.get', {})).version).toBe('3');
  });

  it('is refused where nothing changes, nobody knows it, or it tells somebody’s status', async () => {
    const old = (await at.desk.done('policy.get', {})).interpretation.find(({ id }) => id === 'forthwith');
    const same = [{ id: 'forthwith', reading: old?.reading ?? '', reason: old?.reason ?? '' }];
    expect(await at.codesOf('policy.interpret', { readings: same })).toEqual(['wrong-value unchanged']);
    expect(await at.codesOf('policy.interpret', { readings: [{ ...same[0], id: 'nobody' }] })).toEqual(['not-found']);
    const telling = [{ id: 'forthwith', reading: 'He is undocumented and was told so.', reason: 'Said.' }];
    expect(await at.codesOf('policy.interpret', { readings: telling })).toEqual(['status-in-text']);
  });
});

describe('an acknowledgement', () => {
  const at = policyDesk();

  it('is kept once for each person and version', async () => {
    await at.desk.addPerson('records-clerk', 'kim');
    await at.desk.signIn('kim', 'kim');
    const { inForce } = await at.desk.done('policy.versions', {});
    const digest = inForce ?? '';
    const asked = async () => (await at.desk.done('desk.get', {}, 'kim')).toAcknowledge;
    expect(await asked()).toEqual({ id: 'westborough-2015', version: '1' });
    const first = await at.desk.done('policy.acknowledge', { digest }, 'kim');
    expect(await asked()).toBeNull();
    expect(await at.desk.done('policy.acknowledge', { digest }, 'kim')).toEqual(first);
    await at.desk.done('policy.acknowledge', { digest });
    const seen = await at.desk.done('policy.versions', {}, 'kim');
    expect(seen.versions[0]?.acknowledgements.map(({ person }) => person)).toEqual([
      'Officer kim Fictional',
      'M. Fiction',
    ]);
    expect(seen.versions[0]?.acknowledgedAt).toBe(first.at);
    const made = await at.desk.done('policy.adopt', { path: at.packFile({ effectiveFrom: dayIn(0) }) });
    const next = await at.desk.done('policy.versions', {}, 'kim');
    expect(next.versions.find((one) => one.digest === made.digest)?.acknowledgedAt).toBeNull();
    expect(await asked()).toMatchObject({ id: 'exampleton-2026' });
    expect(await at.codesOf('policy.acknowledge', { digest: 'ab'.repeat(32) })).toEqual(['not-found']);
  });
});

describe('without a version in force', () => {
  const at = policyDesk();

  const gated = (bookingId: string): readonly (readonly [string, object])[] => [
    ['ground.evaluate', { ...groundOf(bookingId), act: 'notify-ice' }],
    ['ground.cosign', { ...groundOf(bookingId), name: 'chief', passphrase: PASSPHRASE }],
    ['ground.determine', groundOf(bookingId)],
    ['policy.get', {}],
  ];

  it('a determination made before the gap opens nothing in it', async () => {
    const bookingId = await book(at.desk);
    const { determinationId } = await at.desk.done('ground.determine', groundOf(bookingId));
    await at.desk.done('policy.adopt', { path: at.packFile({ effectiveFrom: dayIn(0), effectiveUntil: dayIn(1) }) });
    at.days = 2;
    const status = { bookingId, determinationId, value: 'told by the person' };
    expect(await at.codesOf('status.record', status)).toEqual(['no-policy gap']);
    const notice = {
      ...{
        outcome: 'notified',
        direction: 'out',
        contactedAt: '2026-11-20T02:10:00-05:00',
        agency: 'Federal office, made up',
      },
      ...{
        channel: 'phone',
        purpose: 'Notice of an arrest.',
        released: ['name'],
        criminalHistory: false,
        bookingId,
        determinationId,
      },
    };
    expect(await at.codesOf('notification.record', notice)).toEqual(['no-policy gap']);
  });

  it('a gap in the dates closes every gated act, and all else goes on', async () => {
    at.days = 0;
    const bookingId = await book(at.desk);
    expect(await at.codesOf('ground.evaluate', gated(bookingId)[0]?.[1])).toEqual([]);
    at.days = 2;
    for (const [name, input] of gated(bookingId))
      expect([name, await at.codesOf(name, input)]).toEqual([name, ['no-policy gap']]);
    expect((await at.desk.done('policy.versions', {})).trouble).toBe('gap');
    await book(at.desk);
    await at.desk.done('notification.record', {
      ...{
        outcome: 'declined',
        direction: 'in',
        contactedAt: '2026-11-20T02:10:00-05:00',
        agency: 'Federal office, made up',
      },
      ...{
        channel: 'phone',
        purpose: 'Asked for a hold.',
        released: [],
        criminalHistory: false,
        reason: 'No ground.',
        bookingId,
      },
    });
    await at.desk.done('policy.adopt', { path: at.packFile({ version: '2', effectiveFrom: dayIn(2) }) });
    expect(await at.codesOf('ground.evaluate', gated(bookingId)[0]?.[1])).toEqual([]);
  });
});
