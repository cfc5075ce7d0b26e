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

/** Asks whether the act may be; a fact that cannot be read is refused by name, and nothing is kept of it. */
export async function answerAct(member: Member, asked: ActAsked): Promise<Reply<Answered>> {
  const trouble = policyTrouble(member);
  if (trouble !== null) return refused(trouble);
  const { act, event, bookingId, subject, own, form } = asked;
  const given = { ...form, facts: form?.facts ?? {}, subject, bookingId: bookingId ?? undefined };
  const prepared = await prepareAbout(member, given);
  if (!prepared.ok) return refused(...prepared.refusals);
  const answer = ask(member, { ...prepared.question, act, own });
  const { decision, read } = answer;
  if (decision === null || read === null) {
    return refused({ code: 'wrong-value', field: 'facts', params: { why: answer.problem ?? '' } });
  }
  return done({ act, event, asked: answer, decision, request: read });
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

/** A refused act leaves the answer and what is due all the same; the form stays with whoever filled it in. */
export async function keepRefusedAct(member: Member, answered: Answered, owner: DutyOwner): Promise<Refusal> {
  const { decision, request } = answered;
  await member.open.store.transaction(async (tx) => {
    const disclosures = answerDisclosures(answered, member.open.packDigest);
    const meta = await cover(tx, member, { type: 'matter.refused', disclosures });
    await keepAnswer(tx, member, { answered, owner, meta });
    await openDuties(tx, member, { decision, request, owner });
  });
  return notOpen(decision);
}
