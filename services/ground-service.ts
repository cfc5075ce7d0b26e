import type { z } from 'zod';
import type { Booking } from '../contract/booking.ts';
import type {
  Determination,
  Evaluation,
  cosignInput,
  determinationIdInput,
  determineInput,
  evaluateInput,
} from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking } from '../db/booking/reader.ts';
import { findDetermination, findStandingDetermination } from '../db/ground/reader.ts';
import { insertDecision, insertDetermination, insertDeterminationEvent } from '../db/ground/writer.ts';
import type { Act, Decision, Ground } from '../policy/decision.ts';
import { opens } from '../policy/decide/explain.ts';
import { FACT_NAMES } from '../policy/decide/fact-names.ts';
import { clearFacts } from '../policy/gate.ts';
import { refuseName } from '../policy/gate/refusals.ts';
import type { Person } from '../policy/people.ts';
import type { Refusal } from '../policy/refusal.ts';
import { authenticate } from './authenticate.ts';
import { stamp } from './clock.ts';
import { ask, basisOf, type Asked, type Question } from './ground-request.ts';
import { knownFacts } from './known-facts.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

/** A determination stands for one shift at most, then the facts are looked at again. */
const STANDS_MS = 12 * 3_600_000;
/** How long a second person's word waits for the form that asked for it. */
const COSIGN_MS = 15 * 60_000;

interface Given {
  readonly bookingId: string;
  readonly ground: Ground;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly cosignId?: string | undefined;
}

type Prepared =
  | { readonly ok: true; readonly question: Omit<Question, 'act'> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const isFactName = (name: string): boolean => FACT_NAMES.some((known) => known === name);

function dropOldCosigns(member: Member): void {
  const now = member.state.options.clock.now().getTime();
  for (const [id, cosign] of member.state.cosigns) {
    if (now - cosign.at > COSIGN_MS) member.state.cosigns.delete(id);
  }
}

async function prepare(member: Member, given: Given): Promise<Prepared> {
  dropOldCosigns(member);
  const cleared = clearFacts(given.facts);
  if (!cleared.ok) return { ok: false, refusals: cleared.refusals };
  const strange = Object.keys(given.facts).filter((name) => !isFactName(name));
  if (strange.length > 0) return { ok: false, refusals: strange.map((name) => refuseName('facts', name)) };
  const booking = await findBooking(member.open.store.read, given.bookingId);
  if (booking === undefined) return { ok: false, refusals: [{ code: 'not-found', field: 'bookingId' }] };
  return { ok: true, question: { booking, ground: given.ground, facts: cleared.value, cosignId: given.cosignId } };
}

const unread = (asked: Asked): Refusal => ({
  code: 'wrong-value',
  field: 'facts',
  params: { why: asked.problem ?? '' },
});

/** The page "May we …?": what the policy says now, what is known, what it would open. */
export async function evaluateGround(
  member: Member,
  input: z.output<typeof evaluateInput>,
): Promise<Reply<Evaluation>> {
  const prepared = await prepare(member, input);
  if (!prepared.ok) return refused(...prepared.refusals);
  const asked = ask(member, { ...prepared.question, act: input.act });
  if (asked.decision === null) return refused(unread(asked));
  const { open } = member;
  const now = stamp(member.state.options.clock.now());
  const standing = await findStandingDetermination(open.store.read, {
    bookingId: input.bookingId,
    ground: input.ground,
    now,
  });
  return done({
    decision: asked.decision,
    facts: knownFacts(prepared.question.booking, open.station, open.pack),
    opens: opens(input.ground, open.pack),
    standing: standing ?? null,
  });
}

/** A second person gives their word in the same window; the first one's form and session stay as they are (M7). */
export async function cosignGround(
  member: Member,
  input: z.output<typeof cosignInput>,
): Promise<Reply<{ readonly cosignId: string; readonly person: Person }>> {
  const prepared = await prepare(member, input);
  if (!prepared.ok) return refused(...prepared.refusals);
  const found = await authenticate(member.state, input);
  if (!found.ok) return refused(found.refusal);
  if (found.person.id === member.person.id) return refuse('same-person', { field: 'people.cosigner' });
  if (found.person.role !== 'supervisor' && found.person.role !== 'chief') {
    return refuse('role-not-allowed', { field: 'people.cosigner', params: { role: found.person.role } });
  }
  const cosignId = member.state.options.ids.uuid();
  const at = member.state.options.clock.now().getTime();
  member.state.cosigns.set(cosignId, { person: found.person, basis: basisOf(member, prepared.question), at });
  return done({ cosignId, person: found.person });
}

function notOpen(decision: Decision): Refusal {
  const first = decision.missing[0] ?? decision.contradicted[0] ?? 'ground';
  return {
    code: 'ground-not-open',
    field: `facts.${first}`,
    params: {
      missing: decision.missing.join(', '),
      contradicted: decision.contradicted.join(', '),
      why: decision.why,
    },
  };
}

/** Judges the ground and keeps the outcome, opened or not, with every fact it rested on. */
export async function determineGround(
  member: Member,
  input: z.output<typeof determineInput>,
): Promise<Reply<Determination>> {
  const prepared = await prepare(member, input);
  if (!prepared.ok) return refused(...prepared.refusals);
  const acts = opens(input.ground, member.open.pack);
  const [act] = acts;
  if (act === undefined) return refuse('ground-not-open', { field: 'ground' });
  const asked = ask(member, { ...prepared.question, act });
  const { decision } = asked;
  if (decision === null) return refused(unread(asked));
  const reply = await keepOutcome(member, {
    asked,
    decision,
    acts,
    booking: prepared.question.booking,
    ground: input.ground,
  });
  if (reply.ok && input.cosignId !== undefined) member.state.cosigns.delete(input.cosignId);
  return reply;
}

interface Outcome {
  readonly asked: Asked;
  readonly decision: Decision;
  readonly acts: readonly Act[];
  readonly booking: Booking;
  readonly ground: Ground;
}

async function keepOutcome(member: Member, outcome: Outcome): Promise<Reply<Determination>> {
  const { asked, decision, booking, ground } = outcome;
  const { ids, clock } = member.state.options;
  const allowed = decision.decision === 'allow';
  const determinationId = ids.uuid();
  const expiresAt = stamp(new Date(clock.now().getTime() + STANDS_MS));
  await member.open.store.transaction(async (tx) => {
    const { packDigest } = member.open;
    const meta = await cover(tx, member, {
      type: allowed ? 'ground.determined' : 'ground.refused',
      disclosures: {
        ground: {
          ground,
          packDigest,
          outcome: decision.decision,
          missing: decision.missing,
          contradicted: decision.contradicted,
        },
        facts: asked.request,
        booking: { number: booking.number },
      },
    });
    const facts = asked.request;
    const common = { bookingId: booking.bookingId, ground, facts, packDigest };
    await insertDecision(
      tx,
      { ...common, id: ids.uuid(), act: outcome.acts[0] ?? null, outcome: decision.decision },
      meta,
    );
    if (!allowed) return;
    await insertDetermination(
      tx,
      {
        ...common,
        id: determinationId,
        cite: decision.cite ?? '',
        opens: outcome.acts,
        cosignedBy: asked.cosigner?.id ?? null,
        expiresAt,
      },
      meta,
    );
  });
  if (!allowed) return refused(notOpen(decision));
  const made = await findDetermination(member.open.store.read, determinationId);
  return made === undefined ? refuse('not-found') : done(made);
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
