import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { book, NOTICE } from '../support/booked.ts';
import { inside } from '../support/cut-log.ts';
import { keyOf } from '../support/look-inside.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await newTestStation();
  booking = await book(desk);
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

const told = (): string => new Date().toISOString();

async function failed(): Promise<readonly string[]> {
  const report = await desk.done('system.check', {});
  return report.checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
}

/** Changes a row as somebody with the key could: the guard goes, the row changes, the guard comes back. */
async function change(table: string, set: string): Promise<void> {
  const key = await keyOf(desk.folder);
  const file = recordsPath(desk.folder);
  const connection = connect({ file, keys: { database: key.database, mark: key.mark } }, 'write');
  const guard = connection.prepare('select sql from sqlite_schema where name = ?').pluck().get(`${table}_no_update`);
  connection.exec(`drop trigger ${table}_no_update`);
  connection.exec(`update ${table} set ${set}`);
  connection.exec(String(guard));
  connection.close();
}

/** The columns of the newest row, as texts. */
async function rowOf(table: string): Promise<Readonly<Record<string, string>>> {
  const row: unknown = await inside(desk.folder, (connection) =>
    connection.prepare(`select * from ${table} order by entry_seq desc limit 1`).get(),
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, String(value)]));
}

describe('an answer before an event', () => {
  it('is judged again under its own pack; one that was changed is found', async () => {
    const event = { kind: 'asked', at: told(), detail: { of: 'the-person', answer: 'answered' } };
    const asked = { ground: '2a', facts: {} } as const;
    await desk.done('matter.open', { kind: 'inquiry', bookingId: booking, subject: {}, event, asked });
    expect(await failed()).toEqual([]);
    await change('matter_decision', "outcome = 'refuse'");
    expect(await failed()).toEqual([expect.stringMatching(/^decisions: .* at entry \d+ comes out otherwise$/)]);
    await change('matter_decision', "outcome = 'allow'");
    expect(await failed()).toEqual([]);
    await change('matter_decision', "ground = '2b'");
    expect(await failed()).toHaveLength(1);
    await change('matter_decision', "ground = '2a'");
  });
});

describe('a ground that stands', () => {
  const found = [expect.stringMatching(/^decisions: .* at entry \d+ comes out otherwise$/)];
  const kept: Record<string, string> = {};
  beforeAll(async () => {
    await desk.done('ground.determine', { bookingId: booking, ground: '2a', facts: {} });
    Object.assign(kept, await rowOf('determination'));
  });

  it.each([
    ['its clause', "ground = '2b', cite = '2(b)'", "ground = '2a', cite = '2(a)'"],
    ['its citation', "cite = '2(b)'", "cite = '2(a)'"],
    ['an act more', `opens = '["detain"]'`, () => `opens = '${kept['opens'] ?? ''}'`],
  ])('is judged again; one of which %s was changed is found', async (_what, forged, back) => {
    await change('determination', forged);
    expect(await failed()).toEqual(found);
    await change('determination', typeof back === 'string' ? back : back());
    expect(await failed()).toEqual([]);
  });

  it('is held against its entry: an answer that was changed with its facts is found', async () => {
    const older = `json_set(facts, '$.facts.arrestedAt', '2026-11-20T00:10:00-05:00')`;
    await change('determination', `facts = ${older}`);
    expect(await failed()).toEqual(found);
    await change('determination', `facts = '${kept['facts'] ?? ''}'`);
    await change('decision', `facts = ${older}`);
    expect(await failed()).toEqual(found);
    await change('decision', `facts = '${kept['facts'] ?? ''}'`);
    expect(await failed()).toEqual([]);
  });
});

describe('a notice that carries criminal history', () => {
  const facts = {
    source: { kind: 'board-of-probation', reference: 'Q-1', at: '2026-11-20T01:00:00-05:00' },
    court: 'Exampleton District Court',
    convictedOffense: 'armed-robbery',
    convictedOn: '2011-06-30',
    outcome: 'convicted',
    whyReliable: 'Name, birth date and number agree with the docket.',
    sealedOrExpunged: false,
  };

  it('is due in the dissemination log, which ends it', async () => {
    const { determinationId } = await desk.done('ground.determine', { bookingId: booking, ground: '2b', facts });
    expect(await desk.done('duty.list', {})).toEqual([]);
    const notice = { ...NOTICE, bookingId: booking, determinationId, criminalHistory: true };
    await desk.done('notification.record', { ...notice, released: [...NOTICE.released] });
    expect((await desk.done('duty.list', {})).map(({ duty }) => duty)).toEqual(['chri-log']);
    const sent = {
      ...{ recipient: 'Kim Placeholder', agency: 'Federal office, made up', validatedHow: 'Called back.' },
      ...{ what: ['board-of-probation'], purpose: 'Went with the notice.' },
    };
    const event = { kind: 'sent', at: told(), detail: sent };
    await desk.done('matter.open', { kind: 'dissemination', bookingId: booking, subject: {}, event });
    expect(await desk.done('duty.list', {})).toEqual([]);
  });
});

describe('the page that explains', () => {
  it('tells every ground with what the booking knows, and keeps nothing', async () => {
    const before = (await desk.done('desk.get', {})).head.entries;
    const page = await desk.done('ground.explain', { act: 'notify-ice', bookingId: booking, facts: {} });
    expect(page.answer).toMatchObject({ decision: 'allow', ground: '2a' });
    expect(page.grounds[0]).toMatchObject({ ground: '2a', opensAct: true, shortest: [] });
    expect(page.known.map(({ fact }) => fact)).toEqual(['arrestingAgency', 'arrestedAt', 'offense']);
    const street = await desk.done('ground.explain', { act: 'ask-status', subject: { role: 'witness' }, facts: {} });
    expect(street.answer.decision).toBe('refuse');
    expect(street.grounds.every(({ shortest }) => shortest.length === 0)).toBe(true);
    expect((await desk.done('desk.get', {})).head.entries).toBe(before);
  });
});

describe('a day on which no pack is in force', () => {
  it('lets in what happened, and no act', async () => {
    const other = await newTestStation({ clock: { now: () => new Date('2010-01-05T12:00:00Z') } });
    const at = '2010-01-05T11:00:00Z';
    const detail = { channel: 'fax', agency: 'Federal office, made up', asked: 'Call us back.' };
    const request = { kind: 'request', subject: {}, event: { kind: 'received', at, detail } } as const;
    const { matterId } = await other.done('matter.open', request);
    const reply = { kind: 'replied', at, detail: { answer: 'We do not.' } };
    const answer = await other.call('matter.addEvent', { matterId, event: reply, asked: { facts: {} } });
    expect(answer.ok ? 'open' : answer.refusals[0]?.code).toMatch(/^(?:no-policy|ground-not-open)$/);
    const asked = { ground: '2c', facts: { factsKnownAt: at } } as const;
    const event = { kind: 'asked', at, detail: { of: 'the-person', answer: 'declined' } };
    await other.call('matter.open', { kind: 'inquiry', subject: { role: 'suspect' }, event, asked });
    expect((await other.done('duty.list', {})).map(({ duty }) => duty)).toEqual(['jttf']);
    await other.remove();
  });
});
