import { describe, expect, test } from 'vitest';
import { AT, BLOCKED, decided, outcome, request, without, withValue } from './case.ts';

const NAMES = 'agency,callbackVerified,dangerNow,location,neededAt,official,requestedAt,supervisor,units';
const BARE = { id: 'c', at: AT, act: 'assist-operation', ground: '3b-i' };
const FULL = request({
  ...BARE,
  facts: {
    requestedAt: '2026-03-08T01:36:00-05:00',
    neededAt: '2026-03-08T02:36:00-05:00',
    agency: 'ICE',
    official: 'Kim Placeholder',
    callbackVerified: true,
    dangerNow: 'Shots were fired at two officers.',
    location: '12 Example Street',
    units: 'Car 4',
    supervisor: 'Sgt. Fictional',
  },
});
const CLEARED = ['cleared 2026-03-08T02:10:00-05:00', 'cleared 2026-03-08T02:40:00-05:00'];
const due = (json: unknown): readonly string[] => decided(json).due.map(({ duty, by }) => `${duty} ${by}`);

describe('3(b)(i), life first', () => {
  test('opens with nothing told, and everything is due within two hours', () => {
    expect(outcome(BARE)).toBe(`allow 3b-i missing ${NAMES.replace('official,', 'official,people.decider,')}`);
    expect(due(BARE)).toEqual(['finish-facts 2026-03-08T03:40:00-05:00', ...CLEARED]);
    expect(decided(BARE).cite).toBe('3(b)(i)');
  });

  test('owes no facts once they are told, and no clearing once that is', () => {
    expect(outcome(FULL)).toBe('allow 3b-i');
    expect(due(FULL)).toEqual(CLEARED);
    expect(due(withValue(FULL, 'facts.clearedAt', '2026-03-08T01:39:00-05:00'))).toEqual([]);
  });

  test.each([
    ['a call back that failed', withValue(FULL, 'facts.callbackVerified', false), 'callbackVerified'],
    ['a text that tells status', withValue(FULL, 'facts.dangerNow', BLOCKED), 'dangerNow'],
    ['a short text', withValue(FULL, 'facts.dangerNow', 'shots'), 'dangerNow'],
    ['no decider', without(FULL, 'people'), 'people.decider'],
  ])('goes on with %s, which stays due', (_, json, name) => {
    expect(outcome(json)).toBe(`allow 3b-i missing ${name}`);
    expect(due(json)[0]).toBe('finish-facts 2026-03-08T03:40:00-05:00');
  });

  test.each([
    ['more than an hour of notice', withValue(FULL, 'facts.neededAt', '2026-03-08T02:36:01-05:00'), 'neededAt'],
    [
      'an hour from now where no request time is told',
      withValue(without(FULL, 'facts.requestedAt'), 'facts.neededAt', '2026-03-08T02:40:01-05:00'),
      'neededAt',
    ],
    ['a request in the future', withValue(FULL, 'facts.requestedAt', '2026-03-08T01:41:00-05:00'), 'requestedAt'],
    ['a clearing in the future', withValue(FULL, 'facts.clearedAt', '2026-03-08T01:41:00-05:00'), 'clearedAt'],
    ['a victim', withValue(FULL, 'subject.role', 'victim'), 'subject.role'],
    ['a clerk who decides', withValue(FULL, 'people.decider.role', 'records-clerk'), 'people.decider'],
  ])('refuses %s', (_, json, name) => {
    expect(outcome(json)).toMatch(new RegExp(`^refuse 3b-i .*contradicted ${name}$`));
    expect(due(json)).toEqual([]);
  });

  test('does not ask who the subject is', () => {
    expect(outcome(without(FULL, 'subject'))).toBe('allow 3b-i');
  });
});
