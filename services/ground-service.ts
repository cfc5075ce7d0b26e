import type { z } from 'zod';
import type {
  Determination,
  Evaluation,
  determinationIdInput,
  determineInput,
  evaluateInput,
} from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import { findDetermination, findStandingDetermination } from '../db/ground/reader.ts';
import { insertDeterminationEvent } from '../db/ground/writer.ts';
import { opens } from '../policy/decide/explain.ts';
import { stamp } from './clock.ts';
import { keepOutcome } from './ground-outcome.ts';
import { prepare } from './ground-question.ts';
import { unreadFact } from './ground-refusal.ts';
import { ask } from './ground-request.ts';
import { knownFacts } from './known-facts.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { changedFacts } from './standing.ts';

type Determine = z.output<typeof determineInput>;

/** The page "May we …?": what the policy says now, what is known, what it would open. */
export async function evaluateGround(
  member: Member,
  input: z.output<typeof evaluateInput>,
): Promise<Reply<Evaluation>> {
  const prepared = await prepare(member, input);
  if (!prepared.ok) return refused(...prepared.refusals);
  const asked = ask(member, { ...prepared.question, act: input.act });
  if (asked.decision === null) return refused(unreadFact(asked.problem, member.open.pack));
  const { open } = member;
  const { booking } = prepared.question;
  const now = stamp(member.state.options.clock.now());
  const standing = await findStandingDetermination(open.store.read, {
    bookingId: input.bookingId,
    ground: input.ground,
    now,
  });
  return done({
    decision: asked.decision,
    facts: knownFacts(booking, open.station, open.pack),
    opens: opens(input.ground, open.pack),
    standing: standing ?? null,
    changed: standing === undefined ? [] : changedFacts(member, { determination: standing, booking }),
  });
}

/** Judges the ground and keeps the outcome, opened or not, with every fact it rested on. Nothing changes in between. */
export async function determineGround(member: Member, input: Determine): Promise<Reply<Determination>> {
  const reply = await member.open.store.transaction((tx) => determineIn(tx, member, input));
  if (reply.ok && input.cosignId !== undefined) member.state.cosigns.delete(input.cosignId);
  return reply;
}

async function determineIn(tx: WriteTx, member: Member, input: Determine): Promise<Reply<Determination>> {
  const prepared = await prepare(member, input, tx);
  if (!prepared.ok) return refused(...prepared.refusals);
  const acts = opens(input.ground, member.open.pack);
  const [act] = acts;
  if (act === undefined) return refuse('ground-not-open', { field: 'ground' });
  const asked = ask(member, { ...prepared.question, act });
  const { decision } = asked;
  if (decision === null) return refused(unreadFact(asked.problem, member.open.pack));
  const { booking } = prepared.question;
  return keepOutcome(tx, member, { asked, decision, acts, booking, ground: input.ground });
}

/** Takes a determination back: from now on it opens nothing. */
export async function revokeDetermination(
  member: Member,
  input: z.output<typeof determinationIdInput>,
): Promise<Reply<Determination>> {
  const { determinationId } = input;
  const revoked = await member.open.store.transaction(async (tx) => {
    const found = await findDetermination(tx, determinationId);
    if (found === undefined || found.revokedAt !== null) return false;
    const meta = await cover(tx, member, {
      type: 'ground.revoked',
      disclosures: { determination: { determinationId } },
    });
    await insertDeterminationEvent(tx, { id: member.state.options.ids.uuid(), determinationId, kind: 'revoked' }, meta);
    return true;
  });
  const found = await findDetermination(member.open.store.read, determinationId);
  return revoked && found !== undefined ? done(found) : refuse('not-found', { field: 'determinationId' });
}
