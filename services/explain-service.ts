import type { z } from 'zod';
import type { Booking } from '../contract/booking.ts';
import type { Explained } from '../contract/explained.ts';
import type { explainInput } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import { findStandingDetermination } from '../db/ground/reader.ts';
import type { Act, Ground } from '../policy/decision.ts';
import { explainGrounds } from '../policy/decide.ts';
import { stamp } from './clock.ts';
import { clockBehind, tellsTime } from './clock-behind.ts';
import { startClock } from './ground-clock.ts';
import { prepareAbout } from './ground-question.ts';
import { arrestTold, unreadFact } from './ground-refusal.ts';
import { ask, packFor } from './ground-request.ts';
import { knownFacts, type KnownFact } from './known-facts.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';

function factsKnown(member: Member, booking: Booking | null): readonly KnownFact[] {
  const { station, pack } = member.open;
  return booking === null ? [] : knownFacts(booking, station, pack);
}

async function standingGround({ state, open }: Member, booking: Booking | null, act: Act): Promise<Ground | null> {
  if (booking === null) return null;
  const wanted = { bookingId: booking.bookingId, opens: act, now: stamp(state.options.clock.now()) };
  return (await findStandingDetermination(open.store.read, wanted))?.ground ?? null;
}

/** Every ground for one act, the nearest first, with what would open it (B1). Only the clock of 2(c) is kept. */
export async function explainAct(member: Member, input: z.output<typeof explainInput>): Promise<Reply<Explained>> {
  const prepared = await prepareAbout(member, input);
  if (!prepared.ok) return refused(...prepared.refusals);
  const question = { ...prepared.question, act: input.act };
  const { act, booking } = question;
  const told = arrestTold(question);
  if (told.length > 0) return refused(...told);
  const asked = ask(member, question);
  if (asked.decision === null || asked.read === null) {
    return refused(unreadFact(asked.problem, member.open.pack));
  }
  await startClock(member, asked.read, booking?.bookingId ?? null);
  const grounds = explainGrounds({ ...asked.read, act }, packFor(member, question));
  const byTime = grounds.some(({ decision }) => tellsTime(decision.contradicted));
  return done({
    act,
    answer: asked.decision,
    grounds,
    known: factsKnown(member, booking),
    standing: await standingGround(member, booking, act),
    clock: byTime ? await clockBehind(member.state) : null,
  });
}
