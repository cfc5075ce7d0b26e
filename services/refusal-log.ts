import type { CallName } from '../contract/call-names.ts';
import { classifyName } from '../policy/fields/classify.ts';
import { citeOf } from '../policy/refusal-words.ts';
import type { Refusal, RefusalCode } from '../policy/refusal.ts';
import { noteSafely } from './audit-trouble.ts';
import type { KeptRefusal } from '../db/audit/writer.ts';
import { stamp } from './clock.ts';
import type { StationState } from './state.ts';

/** Refusals that are evidence: of the gate, the roles and the door. Slips of the pen are not. */
const KEPT: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'protected-field',
  'unknown-field',
  'status-in-text',
  'status-in-code',
  'not-to-be-taught',
  'ground-not-open',
  'role-not-allowed',
  'same-person',
  'too-many-tries',
  'wrong-passphrase',
  'wrong-code',
  'away-too-long',
]);

/** A name that nobody approved may itself carry refused words: only its rule is kept. */
function safeField(field: string | undefined): string | null {
  if (field === undefined) return null;
  const parts = field.split('.').filter((part) => !/^\d+$/.test(part));
  const name = parts.at(-1) ?? '';
  const found = classifyName(name);
  if (found.kind === 'approved') return found.field;
  return found.kind === 'protected' ? found.id : null;
}

const lengthOf = (refusal: Refusal): number | null =>
  refusal.spans === undefined ? null : refusal.spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** What one call met by the same rule at the same place is noted once: a file of names must not flood the log. */
function onceEach(told: readonly KeptRefusal[]): readonly KeptRefusal[] {
  return [...new Map(told.map((one) => [JSON.stringify(Object.values(one)), one])).values()];
}

/** Keeps category, clause, place and length of what was refused; never what it was (M16). */
export async function keepRefusals(
  state: StationState,
  who: { readonly client: string; readonly call: CallName },
  refusals: readonly Refusal[],
): Promise<void> {
  const kept = refusals.filter((refusal) => KEPT.has(refusal.code));
  if (state.open === null || kept.length === 0) return;
  const at = stamp(state.options.clock.now());
  const personId = state.sessions.get(who.client)?.person.id ?? null;
  const told = kept.map((refusal): KeptRefusal => ({
    call: who.call,
    code: refusal.code,
    category: refusal.category ?? null,
    clause: citeOf(refusal),
    field: safeField(refusal.field),
    length: lengthOf(refusal),
  }));
  await noteSafely(state, { at, personId }, onceEach(told));
}
