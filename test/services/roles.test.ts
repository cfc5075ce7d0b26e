import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALL_NAMES, type CallName } from '../../contract/call-names.ts';
import type { Access } from '../../contract/call.ts';
import { CALLS } from '../../contract/calls.ts';
import { ROLES, type Role } from '../../policy/people.ts';
import { book } from '../support/booked.ts';
import { lookInside } from '../support/look-inside.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

/** No call takes this, so whoever gets past the door is told about the field, and nothing runs. */
const JUNK = { citizenship: 'X' };

let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await copyTestStation();
  booking = await book(desk);
  for (const role of ROLES) {
    if (role !== 'chief') await desk.addPerson(role, role);
    await desk.signIn(role, role);
  }
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

async function codesOf(client: string, name: string, input: unknown = JUNK): Promise<readonly string[]> {
  const reply = await desk.raw(name, input, client);
  return reply.ok ? [] : reply.refusals.map(({ code }) => code);
}

/** `through`: the input was looked at. Otherwise all that was said at the door. */
async function doorOf(client: string, name: string): Promise<string> {
  const codes = await codesOf(client, name);
  return codes.includes('protected-field') ? 'through' : codes.join();
}

const accessOf = (name: CallName): Access => CALLS[name].access;

function lets(name: CallName, role: Role): boolean {
  const access = accessOf(name);
  return typeof access === 'string' || access.some((one) => one === role);
}

const callsOf = (role: Role): readonly CallName[] =>
  CALL_NAMES.filter((name) => typeof accessOf(name) !== 'string' && lets(name, role));

/** What M21 says, apart from the contract: which calls each of the two outsiders may make. */
const AUDITOR = [
  ...(['factor.get', 'factor.removeKey', 'factor.renewCodes', 'factor.hideCodes'] as const),
  ...(['session.changePassphrase', 'settings.get'] as const),
  'desk.get',
  'booking.get',
  'booking.beside',
  ...(['booking.list', 'booking.find'] as const),
  'notification.list',
  'notification.get',
  'matter.get',
  'matter.list',
  'treaty.list',
  'duty.list',
  'screen.list',
  'screen.book',
  'contact.list',
  'policy.get',
  'policy.versions',
  'report.get',
  'log.get',
  'log.sign',
  'log.compare',
  'trail.get',
  'trail.mine',
  'key.list',
  'system.check',
  'system.leaks',
  'system.root',
];
const ADMINISTRATOR = [
  ...(['factor.get', 'factor.removeKey', 'factor.renewCodes', 'factor.hideCodes', 'factor.remove'] as const),
  'session.changePassphrase',
  'people.list',
  'people.add',
  'people.deactivate',
  'people.letIn',
  'people.review',
  'settings.get',
  'contact.list',
  'policy.get',
  'policy.versions',
  'policy.acknowledge',
  'log.get',
  'log.compare',
  'trail.get',
  'trail.mine',
  'key.list',
  'key.request',
  'key.certify',
  'key.ownRoot',
  'backup.get',
  'backup.plan',
  'backup.run',
  'backup.cancel',
  'system.check',
  'system.leaks',
  'system.root',
];

describe('the contract', () => {
  it('lets an auditor read and nothing else', () => {
    expect(callsOf('auditor')).toEqual(AUDITOR);
  });

  it('lets an administrator look after people, and at no case', () => {
    expect(callsOf('administrator')).toEqual(ADMINISTRATOR);
  });

  it('lets nobody but the desk judge a ground or see a status', () => {
    const sealed = CALL_NAMES.filter((name) => name.startsWith('ground.') || name.startsWith('status.'));
    for (const name of sealed)
      expect([name, accessOf(name)]).toEqual([name, ['booking-officer', 'supervisor', 'chief']]);
  });
});

describe.each(ROLES)('a %s', (role) => {
  it.each(CALL_NAMES)('at the door of %s', async (name) => {
    const expected = lets(name, role) ? 'through' : 'role-not-allowed';
    expect(await doorOf(role, name)).toBe(expected);
  });
});

describe('somebody who has not signed in', () => {
  it.each(CALL_NAMES)('at the door of %s', async (name) => {
    const expected = accessOf(name) === 'anyone' ? 'through' : 'not-signed-in';
    expect(await doorOf('nobody', name)).toBe(expected);
  });
});

describe('a locked screen', () => {
  beforeAll(async () => {
    await desk.signIn('supervisor', 'locked');
    await desk.done('session.lock', {}, 'locked');
  });

  it.each(CALL_NAMES)('at the door of %s', async (name) => {
    const expected = typeof accessOf(name) === 'string' ? 'through' : 'locked';
    expect(await doorOf('locked', name)).toBe(expected);
  });

  it('leaves the other windows of the same person open', async () => {
    expect(await codesOf('supervisor', 'desk.get', {})).toEqual([]);
  });
});

describe('a call that nobody knows', () => {
  it.each(['booking.delete', '', 'constructor', '__proto__', 'session', 'undocumented Marker7f3a'])(
    'is refused without being repeated: %s',
    async (name) => {
      const reply = await desk.raw(name, {}, 'chief');
      expect(reply).toEqual({ ok: false, refusals: [{ code: 'unknown-call' }] });
    },
  );
});

describe('an auditor', () => {
  it('changes nothing with everything an auditor may do, and with everything else', async () => {
    const inside = await lookInside(desk.folder);
    const before = inside.counts();
    for (const name of CALL_NAMES.filter((call) => typeof accessOf(call) !== 'string')) {
      for (const input of [{}, { bookingId: booking }]) await desk.raw(name, input, 'auditor');
    }
    expect(inside.counts()).toEqual(before);
    inside.close();
    const seen = await desk.done('booking.get', { bookingId: booking }, 'auditor');
    expect(seen.number).toMatch(/-00001$/);
  });
});

describe('an administrator', () => {
  it('sees no case, also not by its id', async () => {
    for (const name of [
      'booking.get',
      'booking.beside',
      'booking.draft',
      'status.get',
      'status.read',
      ...['booking.list', 'booking.find'],
      'desk.get',
      'notification.list',
    ]) {
      const reply = await desk.raw(name, { bookingId: booking }, 'administrator');
      expect(JSON.stringify([name, reply])).toBe(
        JSON.stringify([
          name,
          { ok: false, refusals: [{ code: 'role-not-allowed', params: { role: 'administrator' } }] },
        ]),
      );
    }
  });
});
