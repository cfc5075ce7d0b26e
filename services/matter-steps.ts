// Writes one event of a matter, with the policy's answer and what it brings and ends, in the transaction at hand.
import type { EntryType } from '../contract/entry-types.ts';
import type { WriteTx } from '../db/database.ts';
import { insertMatterEvent } from '../db/matter/writer.ts';
import type { Cleared } from '../policy/gate.ts';
import type { MatterEventDraft, MatterEventRule, MatterKind } from '../policy/matters/matter.ts';
import { matterEventRule } from '../policy/matters/matter-rules.ts';
import { endDuties, openDuties, type DutyOwner } from './duty-log.ts';
import { answerDisclosures, keepAnswer, type Answered } from './matter-answer.ts';
import { cover, type RecordMeta } from './record.ts';
import type { Member } from './route.ts';

/** One event of a matter, ready to be written. */
export interface Step {
  readonly matterId: string;
  readonly kind: MatterKind;
  readonly bookingId: string | null;
  readonly event: Cleared<MatterEventDraft>;
  readonly answered: Answered | null;
}

/** What the rules say of an event; nothing where they do not know it. */
export function ruleOf(kind: MatterKind, event: string): Pick<MatterEventRule, 'act' | 'ends'> {
  return matterEventRule(kind, event) ?? { act: null, ends: [] };
}

/** What a life-first record still lacks stays due; everything else ends with its event. */
function endedBy({ kind, event, answered }: Step): readonly string[] {
  const untold = (answered?.decision.missing.length ?? 0) > 0;
  return ruleOf(kind, event.kind).ends.filter((duty) => duty !== 'finish-facts' || !untold);
}

type Write = (tx: WriteTx, meta: RecordMeta) => Promise<void>;

/** What is written of one event. */
export interface Writing {
  readonly step: Step;
  readonly disclosures: Readonly<Record<string, unknown>>;
  /** Type of the entry, where it covers more than the matter. */
  readonly type?: EntryType;
  /** Writes what the answer and the event rest on: the matter itself, where this is its first. */
  readonly before?: Write;
  /** Writes what rests on the answer beside the event, under the same entry. */
  readonly beside?: Write;
}

/** Writes one event with the policy's answer, then ends and opens what it brings. */
export async function writeStep(tx: WriteTx, member: Member, writing: Writing): Promise<void> {
  const { step, disclosures, before, beside } = writing;
  const { matterId, bookingId, event, answered } = step;
  const owner: DutyOwner = { matterId, bookingId };
  const told = answered === null ? {} : answerDisclosures(answered, member.open);
  const type = writing.type ?? (before === undefined ? 'matter.continued' : 'matter.opened');
  const { kind, at, detail } = event;
  const meta = await cover(tx, member, { type, disclosures: { ...disclosures, event: { kind, at, detail }, ...told } });
  await before?.(tx, meta);
  if (answered !== null) await keepAnswer(tx, member, { answered, owner, meta });
  await beside?.(tx, meta);
  const id = member.state.options.ids.uuid();
  await insertMatterEvent(tx, event, { id, matterId, ...meta });
  await endDuties(tx, member, { duties: endedBy(step), owner, event: { id, at } });
  if (answered === null) return;
  await openDuties(tx, member, { decision: answered.decision, request: answered.request, owner });
}
