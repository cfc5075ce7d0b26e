// What goes wrong while a ground is told: each is said in a sentence, and nothing is kept of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { book } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { PASSPHRASE, type TestStation } from '../support/station.ts';

let desk: TestStation;
let bookingId = '';
beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('booking-officer', 'sample');
  bookingId = await book(desk);
}, 60_000);
afterAll(() => desk.remove());

async function said(name: string, input: object): Promise<readonly string[]> {
  const reply = await desk.raw(name, input);
  return reply.ok ? [] : reply.refusals.map(refusalMessage);
}
const about = { act: 'notify-ice', subject: { role: 'suspect' } };
const ahead = (): string => new Date(Date.now() + 3_600_000).toISOString();

describe('a fact of the wrong type', () => {
  it.each([
    [{ protectedSpeechIsNotTheBasis: 'yes' }, /^That protected speech is not the basis must be true or false[.]/],
    [{ involves: 'hearsay' }, /^Violence or drug distribution must be one of violence, drug-distribution, both[.]/],
    [{ sources: 'gang-list' }, /^The sources must be a list of strings[.]/],
    [{ factsKnownAt: '2026-02-30' }, /^When the facts were known must be a time with its offset/],
    [{ source: 'by word of mouth' }, /^The source of the conviction must be an object[.]/],
    [{ warrant: { kind: 'a paper' } }, /^The warrant must be one of criminal, /],
  ])('is told by the name of the fact: %j', async (facts, sentence) => {
    const [first, ...more] = await said('ground.explain', { ...about, facts });
    expect(first).toMatch(sentence);
    expect(first).toMatch(/State it again; all else that you told stays[.]$/);
    expect(more).toEqual([]);
    expect(await said('ground.determine', { bookingId, ground: '2e', facts })).toEqual([first]);
  });
});

describe('a time that lies ahead', () => {
  it('does not fit, and the sentence says which one', async () => {
    const suspicion = 'Bought timers and ball bearings, and drew the station.';
    const facts = { factsKnownAt: ahead(), suspicion, protectedSpeechIsNotTheBasis: true };
    const [sentence] = await said('ground.determine', { bookingId, ground: '2c', facts });
    expect(sentence).toContain('when the facts were known does not fit');
    expect(sentence).not.toContain('factsKnownAt');
  });
});

describe('a co-signer', () => {
  it('who is the decider is refused', async () => {
    const form = { bookingId, ground: 'X2', facts: {}, passphrase: PASSPHRASE };
    expect(await said('ground.cosign', { ...form, name: 'chief' })).toEqual([
      'One person cannot do both. Ask somebody else to co-sign.',
    ]);
    expect(await said('ground.cosign', { ...form, name: 'sample' })).toEqual([
      'A supervisor or the chief co-signs. Ask one of them; your form stays as it is.',
    ]);
  });
});
