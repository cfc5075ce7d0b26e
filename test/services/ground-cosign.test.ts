import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book, GOOD_FIELDS, UNLISTED_OFFENSE } from '../support/booked.ts';
import { MINUTE, movedClock } from '../support/moved-clock.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const FACTS = { elementOfForce: 'Both hands on the throat, as the witness told it.' };
const OTHER_FACTS = { elementOfForce: 'Pushed against the wall, as the witness told it.' };

const clock = movedClock();
let desk: TestStation;
let booking = '';
let listed = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('booking-officer', 'second');
  await desk.addPerson('supervisor', 'keeper');
  await desk.addPerson('records-clerk', 'clerk');
  await desk.signIn('sample');
  booking = await book(desk, { offense: UNLISTED_OFFENSE });
  listed = await book(desk);
}, 120_000);
afterAll(async () => {
  await desk.remove();
});

interface Asked {
  readonly bookingId?: string;
  readonly ground?: '2a' | '2b';
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly cosignId?: string;
}

const asked = (
  changed: Asked,
): { bookingId: string; ground: '2a' | '2b'; facts: Readonly<Record<string, unknown>> } => ({
  bookingId: booking,
  ground: '2a',
  facts: FACTS,
  ...changed,
});

/** What a determination came to: who co-signed, or the refusal with what is missing. */
async function determine(changed: Asked, client = 'test'): Promise<string> {
  const reply = await desk.call('ground.determine', asked(changed), client);
  if (reply.ok) return `co-signed by ${reply.value.cosignedBy ?? 'nobody'}`;
  const [first] = reply.refusals;
  return `${String(first?.code)}: ${String(first?.params?.['missing'])}`;
}

async function cosign(changed: Asked = {}, client = 'test', name = 'keeper'): Promise<string> {
  const given = { ...asked(changed), name, passphrase: PASSPHRASE };
  return (await desk.done('ground.cosign', given, client)).cosignId;
}

async function cosignCode(name: string, passphrase = PASSPHRASE, client = 'test'): Promise<unknown> {
  const reply = await desk.call('ground.cosign', { ...asked({}), name, passphrase }, client);
  return reply.ok ? 'co-signed' : reply.refusals[0]?.code;
}

const NO_COSIGNER = 'ground-not-open: people.cosigner';

describe('a violent felony that the policy does not name', () => {
  it('needs its element of force and a co-signer', async () => {
    expect(await determine({ facts: {} })).toBe('ground-not-open: elementOfForce, people.cosigner');
    expect(await determine({})).toBe(NO_COSIGNER);
    expect(await determine({ facts: {}, cosignId: await cosign({ facts: {} }) })).toBe(
      'ground-not-open: elementOfForce',
    );
  });

  it('opens with both, and says who co-signed', async () => {
    expect(await determine({ cosignId: await cosign() })).toBe('co-signed by Officer keeper Fictional');
  });
});

describe('who co-signs', () => {
  it('is never the one who decides', async () => {
    expect(await cosignCode('sample')).toBe('same-person');
    await desk.signIn('keeper', 'keeper');
    expect(await cosignCode('keeper', PASSPHRASE, 'keeper')).toBe('same-person');
  });

  it('is a supervisor or the chief', async () => {
    expect(await cosignCode('second')).toBe('role-not-allowed');
    expect(await cosignCode('clerk')).toBe('role-not-allowed');
    expect(await cosignCode('chief')).toBe('co-signed');
  });

  it('proves it, and leaves the session of the first one as it is', async () => {
    expect(await cosignCode('keeper', 'seven quiet herons by the sea')).toBe('wrong-passphrase');
    await cosign();
    expect(await desk.done('session.state', {})).toMatchObject({ person: { name: 'sample' }, locked: false });
  });
});

describe('the word of a co-signer', () => {
  it('is used up by one determination', async () => {
    const cosignId = await cosign();
    expect(await determine({ cosignId })).toBe('co-signed by Officer keeper Fictional');
    expect(await determine({ cosignId })).toBe(NO_COSIGNER);
  });

  it('is not used up by a look at what would open', async () => {
    const cosignId = await cosign();
    const evaluation = await desk.done('ground.evaluate', { ...asked({ cosignId }), act: 'notify-ice' });
    expect(evaluation.decision.decision).toBe('allow');
    expect(await determine({ cosignId })).toBe('co-signed by Officer keeper Fictional');
  });

  it('is no word for other facts, more facts or fewer', async () => {
    const cosignId = await cosign();
    expect(await determine({ cosignId, facts: OTHER_FACTS })).toBe(NO_COSIGNER);
    expect(await determine({ cosignId, facts: { ...FACTS, whatHappened: 'More than was told to her.' } })).toBe(
      NO_COSIGNER,
    );
    expect(await determine({ cosignId, facts: {} })).toBe('ground-not-open: elementOfForce, people.cosigner');
    expect(await determine({ cosignId })).toBe('co-signed by Officer keeper Fictional');
  });

  it('is no word for another booking or ground', async () => {
    const another = await book(desk, { offense: UNLISTED_OFFENSE });
    expect(await determine({ cosignId: await cosign({ bookingId: another }) })).toBe(NO_COSIGNER);
    expect(await determine({ cosignId: await cosign({ ground: '2b' }) })).toBe(NO_COSIGNER);
  });

  it('is no word for somebody else who decides', async () => {
    await desk.signIn('second', 'second');
    const cosignId = await cosign();
    expect(await determine({ cosignId }, 'second')).toBe(NO_COSIGNER);
  });

  it('is no word for a booking whose charge was corrected meanwhile', async () => {
    const bookingId = await book(desk, { offense: UNLISTED_OFFENSE });
    const cosignId = await cosign({ bookingId });
    const charges = [{ offense: 'attempted-murder', charge_description: 'As charged' }];
    const corrected = { bookingId, baseVersion: 1, reason: 'Charged anew', fields: GOOD_FIELDS, charges };
    await desk.done('booking.correct', corrected);
    expect(await determine({ bookingId, cosignId })).toBe(NO_COSIGNER);
  });

  it('is over after a quarter of an hour', async () => {
    const cosignId = await cosign();
    clock.by += 16 * MINUTE;
    expect(await determine({ cosignId })).toBe(NO_COSIGNER);
    clock.by -= 16 * MINUTE;
  });

  it('cannot be made up, and is not written down where it was given for something else', async () => {
    expect(await determine({ cosignId: randomUUID() })).toBe(NO_COSIGNER);
    const elsewhere = await cosign();
    expect(await determine({ bookingId: listed, facts: {}, cosignId: elsewhere })).toBe('co-signed by nobody');
  });
});
