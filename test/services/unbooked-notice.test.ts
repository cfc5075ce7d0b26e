import { describe, expect, it } from 'vitest';
import { MINUTE } from '../support/moved-clock.ts';
import { PASSPHRASE } from '../support/station.ts';
import {
  caseOf,
  formOf,
  noticeOf,
  SUBJECT,
  unbookedDesk,
  WITHOUT_ARREST,
  type GroundForm,
} from '../support/unbooked.ts';

const at = unbookedDesk();

const openDuties = async (name: string) => (await at.desk.done('duty.list', {})).filter(({ duty }) => duty === name);

/** What the check finds, the clock aside: a test sets it back. */
async function failed(): Promise<readonly string[]> {
  const { checks } = await at.desk.done('system.check', {});
  return checks.filter(({ ok, name }) => !ok && name !== 'clock').map(({ name, detail }) => `${name}: ${detail}`);
}

describe.each(WITHOUT_ARREST)('a notice under $ground about somebody who is not booked', (one) => {
  it('goes on the log with the policy’s answer, and can be judged again', async () => {
    const form = await formOf(at.desk, one);
    const made = await at.desk.done('notification.record', noticeOf(form));
    expect(made).toMatchObject({
      ...{ ground: one.ground, outcome: 'notified', decidedBy: 'Officer sample Fictional' },
      ...{ cosignedBy: one.cosigned ? 'Officer keeper Fictional' : null },
      subject: { bookingNumber: null, lastName: 'Placeholder', firstName: 'Kim' },
      facts: { facts: one.facts, subject: { role: 'suspect' } },
    });
    expect((await at.desk.done('notification.list', {}))[0]?.notificationId).toBe(made.notificationId);
    const matter = await at.desk.done('matter.get', { matterId: made.matterId ?? '' });
    expect(matter).toMatchObject({ kind: 'notice', bookingId: null, subject: SUBJECT });
    expect(matter.closedAt).not.toBeNull();
    expect(matter.events[0]?.decision).toMatchObject({ act: 'notify-ice', ground: one.ground, outcome: 'allow' });
    expect(await failed()).toEqual([]);
  });

  it('is refused without any one of its facts, which is named', async () => {
    for (const name of Object.keys(one.facts)) {
      const facts = Object.fromEntries(Object.entries(one.facts).filter(([other]) => other !== name));
      const told = await at.record({ ground: one.ground, facts });
      expect(told).toMatch(/^ground-not-open facts\./);
      expect(told).toContain(name);
    }
  });
});

describe('what a notice brings', () => {
  it('under 2(c) is the clock of the task force, once, from the moment that was told', async () => {
    const { facts } = caseOf('2c');
    const since = (await openDuties('jttf')).map((duty) => Date.parse(duty.since));
    expect(since).toEqual([Date.parse('factsKnownAt' in facts ? facts.factsKnownAt : '')]);
  });

  it('under exception 2 is the chief’s review on the next working day', async () => {
    const [review, ...more] = await openDuties('chief-review');
    expect(more).toEqual([]);
    expect(review?.ground).toBe('X2');
    expect(review?.about).toContain('Placeholder');
    expect(review?.by).toMatch(/T17:00:00/);
  });

  it('is counted under its own ground in a report', async () => {
    const { figures } = await at.desk.done('report.get', { from: '2026-11-20', to: '2026-11-20' });
    const notified = figures.find(({ id }) => id === 'notified');
    expect(notified?.parts).toEqual({ '2c': 1, '2d': 1, '2e': 1, X2: 1 });
  });
});

describe('between the page and the save', () => {
  const page = async (form: GroundForm) =>
    (await at.desk.done('ground.explain', { act: 'notify-ice', subject: SUBJECT, ...form })).answer.decision;

  it('the word of a co-signer is over: judged again, and refused by name', async () => {
    const form = await formOf(at.desk, caseOf('X2'));
    expect(await page(form)).toBe('allow');
    at.clock.by += 16 * MINUTE;
    expect(await at.record(form)).toBe('ground-not-open facts.people.cosigner people.cosigner');
    at.clock.by -= 16 * MINUTE;
  });

  it('a fact changed: neither the old answer nor the co-signer’s word holds', async () => {
    const form = await formOf(at.desk, caseOf('2c'));
    expect(await page(form)).toBe('allow');
    const facts = { ...form.facts, protectedSpeechIsNotTheBasis: false };
    const told = await at.desk.call('notification.record', noticeOf({ ...form, facts }));
    expect(told).toMatchObject({
      refusals: [{ params: { contradicted: 'protectedSpeechIsNotTheBasis', missing: 'people.cosigner' } }],
    });
    const other = { ...SUBJECT, lastName: 'Fictional' };
    expect(await at.record({ ...form, subject: other })).toBe('ground-not-open facts.people.cosigner people.cosigner');
    expect(await at.record(form)).toMatch(/^N-/);
    expect(await at.record(form)).toBe('ground-not-open facts.people.cosigner people.cosigner');
  });

  it('whoever decides does not co-sign', async () => {
    const { ground, facts } = caseOf('2c');
    const own = { subject: SUBJECT, ground, facts, name: 'sample', passphrase: PASSPHRASE };
    expect(await at.desk.call('ground.cosign', own)).toMatchObject({ refusals: [{ code: 'same-person' }] });
  });
});

describe('no notice about somebody who is not booked', () => {
  it.each(['declined', 'no-action'] as const)('is on the log without a ground: %s', async (outcome) => {
    const made = await at.desk.done('notification.record', noticeOf({ outcome, released: [] }));
    expect(made).toMatchObject({ outcome, ground: null, subject: { bookingNumber: null, lastName: 'Placeholder' } });
    const matter = await at.desk.done('matter.get', { matterId: made.matterId ?? '' });
    expect(matter.events).toMatchObject([{ kind: 'not-notified', decision: null }]);
    const nobody = noticeOf({ outcome, released: [], subject: undefined });
    expect((await at.desk.done('notification.record', nobody)).subject).toBeNull();
    expect(await failed()).toEqual([]);
  });

  it('rests on no facts', async () => {
    const { ground, facts } = caseOf('2e');
    expect(await at.record({ outcome: 'declined', released: [], ground, facts })).toBe(
      'wrong-value ground not-asked; wrong-value facts not-asked',
    );
  });
});

describe('the record of a notice', () => {
  it('is not opened without its line on the log', async () => {
    const event = { kind: 'not-notified', at: new Date().toISOString(), detail: {} };
    const reply = await at.desk.call('matter.open', { kind: 'notice', subject: SUBJECT, event });
    expect(reply).toMatchObject({ refusals: [{ code: 'wrong-value', field: 'kind', params: { why: 'on-the-log' } }] });
  });

  it('tells an answer to a question of theirs where the ground opens answering alone', async () => {
    const facts = {
      instrument: {
        ...{ kind: 'judicial-warrant', issuer: 'U.S. District Court', docket: '26-mj-0001' },
        ...{ signedBy: { role: 'judge', name: 'J. Fictional' }, sha256: 'a'.repeat(64) },
      },
    };
    const { cosignId } = await at.desk.done('ground.cosign', {
      ...{ subject: SUBJECT, ground: 'LC', facts, name: 'chief', passphrase: PASSPHRASE },
    });
    const made = await at.desk.done(
      'notification.record',
      noticeOf({ direction: 'in', ground: 'LC', facts, cosignId }),
    );
    const matter = await at.desk.done('matter.get', { matterId: made.matterId ?? '' });
    expect(matter.events[0]).toMatchObject({ kind: 'answered', decision: { act: 'reply-request', ground: 'LC' } });
  });
});
