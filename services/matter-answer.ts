// Puts the question of a matter's event to the policy, and keeps the answer.
import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import { insertMatterDecision } from '../db/matter/writer.ts';
import type { Act, Decision, Ground } from '../policy/decision.ts';
import type { DecisionRequest } from '../policy/decide/request.ts';
import type { MatterSubject } from '../policy/matters/matter.ts';
import type { Refusal } from '../policy/refusal.ts';
import { openDuties, type DutyOwner } from './duty-log.ts';
import { prepareAbout } from './ground-question.ts';
import { ask, type Asked, type OwnFacts } from './ground-request.ts';
import { notOpen } from './ground-refusal.ts';
import { policyTrouble } from './pack-guard.ts';
import { cover, type RecordMeta } from './record.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';

interface Form {
  readonly ground?: Ground | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly cosignId?: string | undefined;
}

/** One act that an event asks for. */
export interface ActAsked {
  readonly act: Act;
  readonly event: string;
  readonly bookingId: string | null;
  readonly subject: MatterSubject;
  readonly own: OwnFacts;
  readonly form: Form | undefined;
}

/** An answer that can be kept. */
export interface Answered {
  readonly act: Act;
  readonly event: string;
  readonly asked: Asked;
  readonly decision: Decision;
  readonly request: DecisionRequest;
}

/** An event that came without a form asks with no facts. */
function givenIn({ bookingId, subject, form = { facts: {} } }: ActAsked): Parameters<typeof prepareAbout>[1] {
  return { ...form, subject, bookingId: bookingId ?? undefined };
}

/** Asks whether the act may be; a fact that cannot be read is refused by name, and nothing is kept of it. */
async function answerAct(member: Member, asked: ActAsked): Promise<Reply<Answered>> {
  const { act, event, bookingId, own } = asked;
  const prepared = await prepareAbout(member, givenIn(asked));
  if (!prepared.ok) return refused(...prepared.refusals);
  const answer = ask(member, { ...prepared.question, act, own });
  const { decision, read } = answer;
  if (decision === null || read === null) {
    return refused({ code: 'wrong-value', field: 'facts', params: { why: answer.problem ?? '' } });
  }
  const trouble = policyTrouble(member);
  if (trouble === null) return done({ act, event, asked: answer, decision, request: read });
  await keepDue(member, { decision, request: read, owner: { matterId: null, bookingId } });
  return refused(trouble);
}

/** Without a policy in force no act opens, but the clock of 2(c) runs all the same. */
async function keepDue(member: Member, brought: Parameters<typeof openDuties>[2]): Promise<void> {
  if (brought.decision.due.length === 0) return;
  await member.open.store.transaction((tx) => openDuties(tx, member, brought));
}

/** What an entry tells of an answer. */
export function answerDisclosures({ asked, decision, act }: Answered, packDigest: string): Record<string, unknown> {
  const { ground, cite, decision: outcome, missing, contradicted } = decision;
  return {
    ground: { act, ground: ground ?? null, cite: cite ?? null, packDigest, outcome, missing, contradicted },
    facts: asked.request,
  };
}

/** Keeps an answer beside the event that it was given for. */
export async function keepAnswer(
  tx: WriteTx,
  member: Member,
  kept: { readonly answered: Answered; readonly owner: DutyOwner; readonly meta: RecordMeta },
): Promise<void> {
  const { answered, owner, meta } = kept;
  const { act, event, asked, decision } = answered;
  await insertMatterDecision(
    tx,
    {
      id: member.state.options.ids.uuid(),
      matterId: owner.matterId,
      event,
      act,
      ground: decision.ground ?? null,
      cite: decision.cite ?? null,
      facts: asked.request,
      packDigest: member.open.packDigest,
      outcome: decision.decision,
      missing: decision.missing,
      contradicted: decision.contradicted,
      cosignedBy: asked.cosigner?.id ?? null,
    },
    meta,
  );
}

/**
 * The policy's word for an event: null where it needs none. What it refuses is kept as refused, of the matter where
 * there is one already.
 */
export async function wordFor(
  member: Member,
  asked: Omit<ActAsked, 'act'> & { readonly act: Act | null; readonly matterId: string | null },
): Promise<Reply<Answered | null>> {
  const { act, matterId, bookingId } = asked;
  if (act === null) return done(null);
  const answer = await answerAct(member, { ...asked, act });
  if (!answer.ok || answer.value.decision.decision === 'allow') return answer;
  return refused(await keepRefusedAct(member, answer.value, { matterId, bookingId }));
}

/** A refused act leaves the answer and what is due all the same; the form stays with whoever filled it in. */
async function keepRefusedAct(member: Member, answered: Answered, owner: DutyOwner): Promise<Refusal> {
  const { decision, request } = answered;
  await member.open.store.transaction(async (tx) => {
    const disclosures = answerDisclosures(answered, member.open.packDigest);
    const meta = await cover(tx, member, { type: 'matter.refused', disclosures });
    await keepAnswer(tx, member, { answered, owner, meta });
    await openDuties(tx, member, { decision, request, owner });
  });
  return notOpen(decision);
}
