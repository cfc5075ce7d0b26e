import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput } from '../../../contract/calls.ts';
import exampleton from '../../policy/packs/exampleton-2026.json' with { type: 'json' };
import { book } from '../../support/booked.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../../support/station.ts';

const DAY_MS = 86_400_000;
let days = 0;
/** The station's clock may be moved by whole days; the database wants its times close to the machine's for grounds. */
const clock = { now: () => new Date(Date.now() + days * DAY_MS) };
let desk: TestStation;

/** A station of its own for each group of tests: to found one takes seconds. */
function station(): void {
  beforeAll(async () => {
    days = 0;
    desk = await newTestStation({ clock });
  });
  afterAll(() => desk.remove());
}

const dayIn = (more: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date(Date.now() + more * DAY_MS));

/** The made-up town's pack with other days, in a file. */
function packFile(more: object): string {
  const path = join(desk.folder, '..', `pack-${String(Math.random()).slice(2)}.json`);
  writeFileSync(path, JSON.stringify({ ...exampleton, ...more }));
  return path;
}

async function problemsOf(more: object): Promise<string> {
  const reply = await desk.call('policy.adopt', { path: packFile(more) });
  return reply.ok ? '' : reply.refusals.map(({ code, params }) => `${code} ${String(params?.['what'])}`).join('\n');
}

const ground = (bookingId: string): CallInput<'ground.determine'> => ({ bookingId, ground: '2a', facts: {} });

async function codesOf(name: string, input: unknown): Promise<readonly string[]> {
  const reply = await desk.raw(name, input);
  return reply.ok ? [] : reply.refusals.map(({ code, params }) => `${code} ${String(params?.['why'] ?? '')}`.trim());
}

describe('adoption', () => {
  station();

  it('begins with the shipped pack, signed by the station and adopted by the chief', async () => {
    const { versions, inForce, trouble, shipped } = await desk.done('policy.versions', {});
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({
      id: 'westborough-2015',
      version: '1',
      state: 'in-force',
      proof: 'good',
      adoptedBy: 'M. Fiction',
      endsOn: null,
      acknowledgements: [],
      acknowledgedAt: null,
    });
    expect([inForce, trouble, shipped.adopted]).toEqual([versions[0]?.digest, null, true]);
  });
});

describe('a second town', () => {
  station();

  it('is in force from its first day on, and the one before it until then', async () => {
    const made = await desk.done('policy.adopt', { path: packFile({ effectiveFrom: dayIn(2) }) });
    expect((await desk.done('policy.get', {})).id).toBe('westborough-2015');
    const before = await desk.done('policy.versions', {});
    expect(before.versions.map(({ state, endsOn }) => [state, endsOn])).toEqual([
      ['in-force', dayIn(2)],
      ['coming', null],
    ]);
    days = 3;
    expect((await desk.done('policy.get', {})).agency.code).toBe('EPD');
    const after = await desk.done('policy.versions', {});
    expect([after.inForce, after.versions.map(({ state }) => state)]).toEqual([made.digest, ['over', 'in-force']]);
  });

  it('is still there, and still proven, when the station is opened again', async () => {
    await desk.close();
    const again = await openTestStation(desk.folder, { clock });
    await again.signIn('chief');
    const { versions } = await again.done('policy.versions', {});
    expect(versions.map(({ id, proof }) => [id, proof])).toEqual([
      ['westborough-2015', 'good'],
      ['exampleton-2026', 'good'],
    ]);
    expect((await again.done('system.check', {})).firstBad).toBeUndefined();
    await again.close();
  });
});

describe('a pack that is refused', () => {
  station();

  it('is told its faults with their places, and nothing is kept', async () => {
    expect(await problemsOf({ citizenship: 1 })).toBe('wrong-pack citizenship: is not a known key');
    expect(await problemsOf({ effectiveFrom: dayIn(-1) })).toContain(`effectiveFrom: lies before ${dayIn(0)}`);
    await desk.done('policy.adopt', { path: packFile({ effectiveFrom: dayIn(5), effectiveUntil: dayIn(9) }) });
    expect(await problemsOf({ version: '2', effectiveFrom: dayIn(3) })).toContain(
      'effectiveUntil: overlaps exampleton-2026',
    );
    expect(await problemsOf({ version: '2', effectiveFrom: dayIn(6) })).toContain(
      'effectiveFrom: overlaps exampleton-2026',
    );
    expect(await problemsOf({ effectiveFrom: dayIn(9) })).toContain(
      'version: exampleton-2026 version 1 is adopted already',
    );
    expect((await desk.done('policy.versions', {})).versions).toHaveLength(2);
    const shipped = await desk.call('policy.adopt', {});
    expect(JSON.stringify(shipped)).toContain('westborough-2015 version 1 is adopted already');
  });

  it('says of a file that it is not there, or is no JSON', async () => {
    const path = join(desk.folder, '..', 'half.json');
    expect(await codesOf('policy.adopt', { path })).toEqual(['not-found']);
    writeFileSync(path, '{"format":');
    expect(await codesOf('policy.adopt', { path })).toEqual(['unreadable-file not-json']);
  });

  it('is for the chief alone', async () => {
    await desk.addPerson('supervisor', 'jo');
    await desk.signIn('jo', 'other');
    for (const name of ['policy.adopt', 'policy.interpret']) {
      expect(await desk.raw(name, {}, 'other')).toMatchObject({ ok: false, refusals: [{ code: 'role-not-allowed' }] });
    }
  });
});

describe('a reading', () => {
  station();

  const readings = [
    { id: 'forthwith', reading: 'Ten minutes after the facts were known.', reason: 'Counsel said so.' },
  ];

  it('makes a version of its own, dated and named; what was decided keeps the old one', async () => {
    const bookingId = await book(desk);
    const old = await desk.done('policy.get', {});
    await desk.done('ground.determine', ground(bookingId));
    const made = await desk.done('policy.interpret', { readings });
    expect(made).toMatchObject({ id: old.id, version: '2', effectiveFrom: dayIn(0), effectiveUntil: null });
    const pack = await desk.done('policy.get', {});
    const changed = pack.interpretation.filter((one, at) => one.reading !== old.interpretation[at]?.reading);
    expect(changed).toMatchObject([
      { id: 'forthwith', reading: readings[0]?.reading, date: dayIn(0), by: 'M. Fiction' },
    ]);
    const report = await desk.done('system.check', {});
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.find(({ name }) => name === 'decisions')?.detail).toMatch(/^1 decisions, each judged again/);
    await desk.done('policy.interpret', {
      readings: [{ id: 'serious', reading: 'As the chief says.', reason: 'Asked.' }],
    });
    expect((await desk.done('policy.get', {})).version).toBe('3');
  });

  it('is refused where nothing changes, nobody knows it, or it tells somebody’s status', async () => {
    const old = (await desk.done('policy.get', {})).interpretation.find(({ id }) => id === 'forthwith');
    const same = [{ id: 'forthwith', reading: old?.reading ?? '', reason: old?.reason ?? '' }];
    expect(await codesOf('policy.interpret', { readings: same })).toEqual(['wrong-value unchanged']);
    expect(await codesOf('policy.interpret', { readings: [{ ...same[0], id: 'nobody' }] })).toEqual(['not-found']);
    const telling = [{ id: 'forthwith', reading: 'He is undocumented and was told so.', reason: 'Said.' }];
    expect(await codesOf('policy.interpret', { readings: telling })).toEqual(['status-in-text']);
  });
});

describe('an acknowledgement', () => {
  station();

  it('is kept once for each person and version', async () => {
    await desk.addPerson('records-clerk', 'kim');
    await desk.signIn('kim', 'kim');
    const { inForce } = await desk.done('policy.versions', {});
    const digest = inForce ?? '';
    const first = await desk.done('policy.acknowledge', { digest }, 'kim');
    expect(await desk.done('policy.acknowledge', { digest }, 'kim')).toEqual(first);
    await desk.done('policy.acknowledge', { digest });
    const seen = await desk.done('policy.versions', {}, 'kim');
    expect(seen.versions[0]?.acknowledgements.map(({ person }) => person)).toEqual([
      'Officer kim Fictional',
      'M. Fiction',
    ]);
    expect(seen.versions[0]?.acknowledgedAt).toBe(first.at);
    const made = await desk.done('policy.adopt', { path: packFile({ effectiveFrom: dayIn(0) }) });
    const next = await desk.done('policy.versions', {}, 'kim');
    expect(next.versions.find((one) => one.digest === made.digest)?.acknowledgedAt).toBeNull();
    expect(await codesOf('policy.acknowledge', { digest: 'ab'.repeat(32) })).toEqual(['not-found']);
  });
});

describe('without a version in force', () => {
  station();

  const gated = (bookingId: string): readonly (readonly [string, object])[] => [
    ['ground.evaluate', { ...ground(bookingId), act: 'notify-ice' }],
    ['ground.cosign', { ...ground(bookingId), name: 'chief', passphrase: PASSPHRASE }],
    ['ground.determine', ground(bookingId)],
    ['policy.get', {}],
  ];

  it('a determination made before the gap opens nothing in it', async () => {
    const bookingId = await book(desk);
    const { determinationId } = await desk.done('ground.determine', ground(bookingId));
    await desk.done('policy.adopt', { path: packFile({ effectiveFrom: dayIn(0), effectiveUntil: dayIn(1) }) });
    days = 2;
    const status = { bookingId, determinationId, value: 'told by the person' };
    expect(await codesOf('status.record', status)).toEqual(['no-policy gap']);
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
    expect(await codesOf('notification.record', notice)).toEqual(['no-policy gap']);
  });

  it('a gap in the dates closes every gated act, and all else goes on', async () => {
    days = 0;
    const bookingId = await book(desk);
    expect(await codesOf('ground.evaluate', gated(bookingId)[0]?.[1])).toEqual([]);
    days = 2;
    for (const [name, input] of gated(bookingId))
      expect([name, await codesOf(name, input)]).toEqual([name, ['no-policy gap']]);
    expect((await desk.done('policy.versions', {})).trouble).toBe('gap');
    await book(desk);
    await desk.done('notification.record', {
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
    await desk.done('policy.adopt', { path: packFile({ version: '2', effectiveFrom: dayIn(2) }) });
    expect(await codesOf('ground.evaluate', gated(bookingId)[0]?.[1])).toEqual([]);
  });
});
