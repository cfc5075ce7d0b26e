import type { Booking } from '../contract/booking.ts';
import type { Determination } from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import { findDetermination } from '../db/ground/reader.ts';
import { insertDecision, insertDetermination } from '../db/ground/writer.ts';
import { howSure } from '../policy/decide/how-sure.ts';
import type { Act, Decision, Ground } from '../policy/decision.ts';
import { stamp } from './clock.ts';
import { openDuties } from './duty-log.ts';
import { assertedIn, type Provenance } from './fact-provenance.ts';
import { notOpen } from './ground-refusal.ts';
import type { Asked } from './ground-request.ts';
import type { Disclosures } from './ledger/append.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

/** A determination stands for one shift at most, then the facts are looked at again. */
const STANDS_MS = 12 * 3_600_000;

export interface Outcome {
  readonly asked: Asked;
  readonly decision: Decision;
  readonly acts: readonly Act[];
  readonly booking: Booking;
  readonly ground: Ground;
}

function disclosuresOf(
  { asked, decision, acts, booking, ground }: Outcome,
  { pack, packDigest }: Pick<Member['open'], 'pack' | 'packDigest'>,
  asserted: Provenance,
): Disclosures {
  const { decision: outcome, missing, contradicted } = decision;
  return {
    ground: {
      ...{ ground, packDigest, outcome, missing, contradicted },
      howSure: howSure(pack, acts[0] ?? null, ground),
    },
    facts: { ...asked.request, asserted },
    booking: { number: booking.number },
  };
}

async function keep(tx: WriteTx, member: Member, kept: Outcome & { readonly determinationId: string }): Promise<void> {
  const { asked, decision, booking, ground, acts } = kept;
  const { ids, clock } = member.state.options;
  const { packDigest } = member.open;
  const allowed = decision.decision === 'allow';
  const expiresAt = stamp(new Date(clock.now().getTime() + STANDS_MS));
  const asserted = assertedIn(member, kept);
  const facts = { ...asked.request, asserted };
  const common = { bookingId: booking.bookingId, ground, facts, packDigest };
  const type = allowed ? 'ground.determined' : 'ground.refused';
  const meta = await cover(tx, member, { type, disclosures: disclosuresOf(kept, member.open, asserted) });
  await insertDecision(tx, { ...common, id: ids.uuid(), act: acts[0] ?? null, outcome: decision.decision }, meta);
  if (asked.read !== null) {
    const owner = { matterId: null, bookingId: booking.bookingId };
    await openDuties(tx, member, { decision, request: asked.read, owner });
  }
  if (!allowed) return;
  const found = {
    id: kept.determinationId,
    cite: decision.cite ?? '',
    opens: acts,
    cosignedBy: asked.cosigner?.id ?? null,
  };
  await insertDetermination(tx, { ...common, ...found, expiresAt }, meta);
}

/**
 * Keeps what the policy answered, with every fact it rested on, in the transaction in which it was asked; a ground
 * that stands is answered as it is kept.
 */
export async function keepOutcome(tx: WriteTx, member: Member, outcome: Outcome): Promise<Reply<Determination>> {
  const determinationId = member.state.options.ids.uuid();
  await keep(tx, member, { ...outcome, determinationId });
  if (outcome.decision.decision !== 'allow') return refused(notOpen(outcome.decision, member.open.pack));
  const made = await findDetermination(tx, determinationId);
  return made === undefined ? refuse('not-found') : done(made);
}
