import { describe, expect, it } from 'vitest';
import { CALL_NAMES } from '../../contract/call-names.ts';
import { CALLS } from '../../contract/calls.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { classifyName } from '../../policy/fields/classify.ts';
import { ROLES } from '../../policy/people.ts';
import { ROUTES } from '../../services/routes.ts';
import { GOOD } from '../support/good-inputs.ts';

describe('the list of calls', () => {
  it('is the same for the preload, the contract and the station', () => {
    expect(Object.keys(CALLS)).toEqual([...CALL_NAMES]);
    expect(Object.keys(ROUTES)).toEqual([...CALL_NAMES]);
    expect(new Set(CALL_NAMES).size).toBe(CALL_NAMES.length);
  });

  it.each(CALL_NAMES)('%s takes its input, and no key beside it', (name) => {
    const { input, access } = CALLS[name];
    const good = GOOD[name] ?? {};
    expect(input.safeParse(good).success).toBe(true);
    for (const more of ['citizenship', 'extra', 'constructor']) {
      expect([more, input.safeParse({ ...good, [more]: 'X' }).success]).toEqual([more, false]);
    }
    for (const wrong of [null, [], 'text', 7]) expect(input.safeParse(wrong).success).toBe(false);
    const roles = typeof access === 'string' ? [] : access;
    expect(roles.filter((role) => !ROLES.includes(role))).toEqual([]);
  });

  it('has no name that is protected, for a call or for what a call takes', () => {
    const names = [...CALL_NAMES, ...Object.values(GOOD).flatMap((input) => Object.keys(input))];
    expect(names.filter((name) => classifyName(name).kind === 'protected')).toEqual([]);
  });
});

describe('the shape of a booking', () => {
  it('is the allow-list, field for field', () => {
    const approved = APPROVED_FIELDS.filter(({ part }) => part === 'booking').map(({ name }) => name);
    expect(Object.keys(CALLS['booking.save'].input.shape.fields.shape)).toEqual(approved);
  });
});
