// Puts the question of a matter's event to the policy, and keeps the answer.
import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import { insertMatterDecision } from '../db/matter/writer.ts';
import type { Act, Decision, Ground } from '../policy/decision.ts';
import { howSure } from '../policy/decide/how-sure.ts';
import type { DecisionRequest } from '../policy/decide/request.ts';
import type { MatterSubject } from '../policy/matters/matter.ts';
import type { Refusal } from '../policy/refusal.ts';
import { openDuties, type DutyOwner } from './duty-log.ts';
import { assertedIn, type Provenance } from './fact-provenance.ts';
import { prepareAbout } from './ground-question.ts';
import { ask, type Asked, type OwnFacts } from './ground-request.ts';
import { arrestTold, notOpen, unreadFact } from './ground-refusal.ts';
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
  readonly asserted: Provenance;
}

/** An event that came without a form asks with no facts. */
function givenIn({ bookingId, subject, form = { facts: {} } }: ActAsked): Parameters<typeof prepareAbout>[1] {
  return { ...form, subject, bookingId: bookingId ?? undefined };
}

/** Asks whether the act may be; a fact that cannot be read is refused by name, and nothing is kept of it. */
async function answerAct(tx: WriteTx, member: Member, asked: ActAsked): Promise<Reply<Answered>> {
  const { act, event, bookingId, own } = asked;
  const prepared = await prepareAbout(member, givenIn(asked), tx);
  if (!prepared.ok) return refused(...prepared.refusals);
  const question = { ...prepared.question, act, own };
  const told = arrestTold(question);
  if (told.length > 0) return refused(...told);
  const answer = ask(member, question);
  const { decision, read } = answer;
  if (decision === null || read === null) {
    return refused(unreadFact(answer.problem, member.open.pack));
  }
  const asserted = assertedIn(member, { asked: answer, booking: question.booking, own });
  const trouble = policyTrouble(member);
  if (trouble === null) return done({ act, event, asked: answer, decision, request: read, asserted });
  // Without a policy in force no act opens, but the clock of 2(c) runs all the same.
  await openDuties(tx, member, { decision, request: read, owner: { matterId: null, bookingId } });
  return refused(trouble);
}

/** The request, and beside it who asserted each fact: neither rests without the other. */
function keptFacts({ asked, asserted }: Answered): Readonly<Record<string, unknown>> {
  return { ...asked.request, asserted };
}

/** What an entry tells of an answer. */
export function answerDisclosures(
  answered: Answered,
  { pack, packDigest }: Pick<Member['open'], 'pack' | 'packDigest'>,
): Record<string, unknown> {
  const { act, decision } = answered;
  const { ground, cite, decision: outcome, missing, contradicted } = decision;
  return {
    ground: {
      ...{ act, ground: ground ?? null, cite: cite ?? null, packDigest, outcome, missing, contradicted },
      howSure: howSure(pack, act, ground ?? null),
    },
    facts: keptFacts(answered),
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
      facts: keptFacts(answered),
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
 * The policy's word for an event, in the transaction that uses it: null where it needs none. What it refuses is kept as
 * refused, of the matter where there is one already.
 */
export async function wordFor(
  tx: WriteTx,
  member: Member,
  asked: Omit<ActAsked, 'act'> & { readonly act: Act | null; readonly matterId: string | null },
): Promise<Reply<Answered | null>> {
  const { act, matterId, bookingId } = asked;
  if (act === null) return done(null);
  const answer = await answerAct(tx, member, { ...asked, act });
  if (!answer.ok || answer.value.decision.decision === 'allow') return answer;
  return refused(await keepRefusedAct(tx, member, { answered: answer.value, owner: { matterId, bookingId } }));
}

/** A refused act leaves the answer and what is due all the same; the form stays with whoever filled it in. */
async function keepRefusedAct(
  tx: WriteTx,
  member: Member,
  { answered, owner }: { readonly answered: Answered; readonly owner: DutyOwner },
): Promise<Refusal> {
  const { decision, request } = answered;
  const disclosures = answerDisclosures(answered, member.open);
  const meta = await cover(tx, member, { type: 'matter.refused', disclosures });
  await keepAnswer(tx, member, { answered, owner, meta });
  await openDuties(tx, member, { decision, request, owner });
  return notOpen(decision, member.open.pack);
}

/** A second person's word is used up by the event that it was given for. */
export function forgetWord(member: Member, reply: Reply<unknown>, form: Pick<Form, 'cosignId'> | undefined): void {
  if (reply.ok && form?.cosignId !== undefined) member.state.cosigns.delete(form.cosignId);
}
