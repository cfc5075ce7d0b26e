import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../contract/reply.ts';
import type { SessionState } from '../../../contract/session.ts';
import type { StatusRecord } from '../../../contract/notification.ts';
import { createSession, type Session } from '../../../renderer/frame/session.svelte.ts';
import { askSealed } from '../../../renderer/frame/ask-sealed.ts';

const as = (id: string, locked = false): Reply<SessionState> => ({
  ok: true,
  value: {
    person: { id, name: id, displayName: id, badge: '1', role: 'chief', active: true },
    locked,
    refused: null,
    must: null,
    lastCode: false,
  },
});

let session: Session;
let answer: (reply: Reply<readonly StatusRecord[]>) => void;
let record: StatusRecord;
let asked: Promise<Reply<readonly StatusRecord[]> | null>;

beforeEach(() => {
  const calls = {
    'session.lock': async () => Promise.resolve(as('one', true)),
    'session.signOut': async () => Promise.resolve({ ok: false, refusals: [{ code: 'fault' }] }),
    'station.info': async () => Promise.resolve({ ok: false, refusals: [] }),
    'session.state': async () => Promise.resolve(as('one')),
    'status.read': async () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  };
  vi.stubGlobal('window', { sallyport: { calls } });
  session = createSession();
  session.take(as('one'));
  record = { statusId: 's1', determinationId: 'd1', value: 'told', enteredAt: '2026-03-08T00:00Z', enteredBy: 'O' };
  asked = askSealed(session, 'status.read', { bookingId: 'b1', why: 'To write the notice' });
});
afterEach(() => vi.unstubAllGlobals());

/** The station answers now; what comes of it. */
async function answered(): Promise<unknown> {
  answer({ ok: true, value: [record] });
  return asked;
}

describe('sealed content that was asked for', () => {
  it('is shown to whoever still sits there', async () => {
    await session.look();
    expect(await answered()).toEqual({ ok: true, value: [record] });
  });

  it.each([
    ['while the screen is locked', async () => session.lock()],
    ['after it was locked and unlocked', async () => session.lock().then(() => session.take(as('one')))],
    ['after somebody else has signed in', async () => session.signOut().then(() => session.take(as('two')))],
    ['after somebody else came in one step', async () => Promise.resolve(session.take(as('two')))],
  ])('is dropped and taken apart where it comes %s', async (_when, meanwhile) => {
    await meanwhile();
    expect(await answered()).toBeNull();
    expect(record).toEqual({});
  });
});
