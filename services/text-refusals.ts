import { clearText } from '../policy/gate.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { ScreenField } from '../policy/screen/verdict.ts';

/** Refusals of one text, at the field it was typed in. */
export function textRefusals(text: string, field: string, kind: ScreenField): readonly Refusal[] {
  const cleared = clearText(text, kind);
  return cleared.ok ? [] : cleared.refusals.map((refusal) => ({ ...refusal, field }));
}

interface Texts {
  readonly name: string;
  readonly displayName: string;
  readonly badge: string;
}

/** What somebody is called goes into the ledger as well: no part of it may tell a status. `prefix` ends in a dot. */
export function personTexts({ name, displayName, badge }: Texts, prefix = ''): readonly Refusal[] {
  return [
    ...textRefusals(name, `${prefix}name`, 'name'),
    ...textRefusals(displayName, `${prefix}displayName`, 'name'),
    ...textRefusals(badge, `${prefix}badge`, 'code'),
  ];
}
