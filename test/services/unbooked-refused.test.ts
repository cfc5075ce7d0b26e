import { describe, expect, it } from 'vitest';
import { AGELESS, caseOf, SUBJECT, unbookedDesk } from '../support/unbooked.ts';

const at = unbookedDesk();

describe('who and what a notice never opens for', () => {
  it.each(['victim', 'witness', 'reporting-party', 'visitor'] as const)('a %s, whatever was told', async (role) => {
    const { ground, facts } = caseOf('2e');
    const before = (await at.desk.done('notification.list', {})).length;
    expect(await at.record({ ground, facts, subject: { ...SUBJECT, role } })).toBe('wrong-value subject.role role');
    expect((await at.desk.done('notification.list', {})).length).toBe(before);
  });

  it.each(['2a', '2b'] as const)('%s, which needs a booking', async (ground) => {
    const subject = { ...SUBJECT, role: 'arrestee' } as const;
    expect(await at.record({ ground, facts: {}, subject })).toMatch(
      ground === '2a' ? /^ground-not-open facts\.arrestingAgency/ : /^ground-not-open facts\.custody\.inCustody/,
    );
    const arrest = { arrestingAgency: 'WPD', arrestedAt: '2026-11-20T00:30:00-05:00', offense: 'abdw' };
    expect(await at.record({ ground, facts: arrest, subject })).toBe(
      Object.keys(arrest)
        .map((name) => `wrong-value facts.${name} told-by-booking`)
        .join('; '),
    );
  });

  it('somebody of no known age, or under 18 without the chief', async () => {
    const { ground, facts } = caseOf('2e');
    expect(await at.record({ ground, facts, subject: AGELESS })).toBe('ground-not-open facts.subject.age subject.age');
    const minor = { ...SUBJECT, dob: '2012-04-01' };
    expect(await at.record({ ground, facts, subject: minor })).toBe('ground-not-open facts.people.chief people.chief');
    await at.desk.signIn('chief', 'chief');
    expect(await at.record({ ground, facts, subject: minor }, 'chief')).toMatch(/^N-/);
  });

  it('somebody without a name', async () => {
    const { ground, facts } = caseOf('2e');
    expect(await at.record({ ground, facts, subject: { role: 'suspect', dob: SUBJECT.dob } })).toBe(
      'missing-value subject.lastName',
    );
  });
});

describe('what is told of somebody who is not booked', () => {
  const { ground, facts } = caseOf('2e');

  it('is the name, and the day of birth where it is known', async () => {
    for (const item of ['booking-number', 'charge', 'place-of-custody'] as const) {
      expect(await at.record({ ground, facts, released: ['name', item] })).toBe('wrong-value released not-booked');
    }
    expect(await at.record({ ground, facts, released: ['dob'], subject: AGELESS })).toBe('missing-value subject.dob');
    expect(await at.record({ ground, facts, released: ['name', 'dob'] })).toMatch(/^N-/);
  });

  it('is no status, in no place', async () => {
    const telling = { ...facts, activity: 'He is undocumented and sold drugs.' };
    expect(await at.record({ ground, facts: telling })).toBe('status-in-text facts.activity');
    expect(await at.record({ ground, facts, subject: { ...SUBJECT, lastName: 'Illegal alien' } })).toBe(
      'status-in-text subject.lastName',
    );
  });

  it('stands in no booking as well', async () => {
    const bookingId = '00000000-0000-4000-8000-000000000000';
    expect(await at.record({ ground, facts, bookingId })).toBe('wrong-value subject booked');
    expect(await at.record({ ground, facts, cosignId: bookingId, subject: undefined })).toBe(
      'wrong-value ground ground-of-booking; wrong-value facts ground-of-booking; wrong-value cosignId ground-of-booking',
    );
  });
});
