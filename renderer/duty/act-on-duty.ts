import type { Duty } from '../../contract/matter.ts';
import { dutyFields } from '../../policy/duties.ts';
import type { MatterDetail, MatterField } from '../../policy/matters/matter.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { call } from '../api.ts';
import { optionWord } from '../matter/matter-words.ts';
import { words } from '../words/words.ts';

/** Logs a try, or ends the duty; answers what was refused. */
export async function actOnDuty(
  duty: Duty,
  kind: 'attempt' | 'done',
  told: { readonly at: string; readonly detail: MatterDetail },
): Promise<readonly Refusal[]> {
  const { at, detail } = told;
  const reply = await call('duty.act', { dutyId: duty.dutyId, kind, at, detail: { ...detail } });
  return reply.ok ? [] : reply.refusals;
}

/** The boxes of what ends it. */
export function doneFields(duty: Duty): readonly MatterField[] {
  return dutyFields(duty.duty, 'done');
}

export function dutyBoxWord(name: string): string {
  const boxes: Readonly<Record<string, string>> = words.duty.boxes;
  return boxes[name] ?? name;
}

/** The way in which somebody was reached has the words of a channel. */
export function dutyOptionWord(name: string, option: string): string {
  return optionWord(name === 'method' ? 'channel' : name, option);
}
