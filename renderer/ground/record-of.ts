import type { Act } from '../../policy/decision.ts';
import type { GroundRule } from '../../policy/packs/pack.ts';
import { words } from '../words/words.ts';
import { MATTER_KINDS, type MatterKind } from '../../policy/matters/matter.ts';
import { MATTER_RULES } from '../../policy/matters/matter-rules.ts';

/** The record that an act leaves: the kind of matter, and its event. */
export interface ActRecord {
  readonly matter: MatterKind;
  readonly event: string;
}

/** Where an act is recorded; null for a notice and for a status, which have logs of their own. */
export function recordOf(act: Act): ActRecord | null {
  for (const matter of MATTER_KINDS.filter((kind) => MATTER_RULES[kind].onTheLog !== true)) {
    const event = MATTER_RULES[matter].events.find((rule) => rule.act === act);
    if (event !== undefined) return { matter, event: event.kind };
  }
  return null;
}

/** What the main action of the page does: notifies, records, or keeps the ground. */
export function mainLabel(act: Act, rule: GroundRule | null): string {
  if (act === 'notify-ice') return words.ground.notify;
  const record = recordOf(act);
  return record === null ? words.ground.keepGround(rule?.cite ?? '') : words.ground.records[record.matter];
}
