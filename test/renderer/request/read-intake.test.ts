import { describe, expect, test } from 'vitest';
import { intakeOf } from '../../../renderer/request/intake.ts';
import { describeForm, readWho, readWhom } from '../../../renderer/request/read-intake.ts';

describe('a request is taken in with five boxes', () => {
  test.each([
    ['ERO Boston, Officer Fictional', { agency: 'ERO Boston', official: 'Officer Fictional' }],
    ['ERO Boston', { agency: 'ERO Boston', official: '' }],
    ['HSI; Agent B. Fictional, Boston', { agency: 'HSI', official: 'Agent B. Fictional, Boston' }],
  ])('who asks: %s', (line, who) => {
    expect(readWho(line)).toEqual(who);
  });

  test.each([
    ['Testperson, Alex', { lastName: 'Testperson', firstName: 'Alex' }],
    ['Alex Testperson', { lastName: 'Testperson', firstName: 'Alex' }],
    ['Testperson', { lastName: 'Testperson' }],
    ['  ', {}],
  ])('about whom: %s', (line, whom) => {
    expect(readWhom(line)).toEqual(whom);
  });

  test.each([
    ['I-247A', 'I-247A: civil, no judge', true],
    ['i 247 d', 'I-247D: civil, no judge · withdrawn in 2017', true],
    ['fax with I-205 attached', 'I-205: civil, no judge', true],
    ['judicial warrant', 'Warrant signed by a judge: signed by a judge: look at court and docket', false],
  ])('the form is known by its number: %s', (typed, sentence, civil) => {
    expect(describeForm(typed)).toMatchObject({ sentence, civil });
  });

  test('words without a number name no form', () => {
    expect(describeForm('help on the perimeter tomorrow')).toBeNull();
  });

  const typed = { channel: 'fax', who: 'ERO Boston', asked: 'I-247A', whom: 'Testperson, Alex', asks: null };

  test('somebody who is not booked here gets no role', () => {
    const input = intakeOf(typed, { at: '2026-03-10T01:00:00-04:00', bookingId: null });
    expect(input.subject).toEqual({ lastName: 'Testperson', firstName: 'Alex' });
    expect(input.event.detail).toEqual({
      channel: 'fax',
      agency: 'ERO Boston',
      asked: 'I-247A',
      asks: ['hold', 'release-notice'],
      form: 'I-247A',
    });
  });

  test('what the officer says is asked for stands, whatever the words were read to say', () => {
    const said = intakeOf({ ...typed, asks: ['interview'] }, { at: '2026-03-10T01:00:00-04:00', bookingId: null });
    expect(said.event.detail).toMatchObject({ asks: ['interview'] });
  });

  test('somebody in custody here is an arrestee in this record', () => {
    const bookingId = '018f2f6e-0000-7000-8000-000000000001';
    expect(intakeOf(typed, { at: '2026-03-10T01:00:00-04:00', bookingId })).toMatchObject({
      bookingId,
      subject: { role: 'arrestee' },
    });
  });
});
