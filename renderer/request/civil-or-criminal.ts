import { CIVIL_FORMS, FORMS, type Form } from '../../policy/matters/forms.ts';
import type { MatterDetail } from '../../policy/matters/matter.ts';
import type { Matter } from '../../contract/matter.ts';

export type Standing = 'civil' | 'criminal' | 'unfinished' | 'open';

const isSaid = (detail: MatterDetail, name: string): boolean => {
  const value = detail[name];
  return typeof value === 'string' && value.trim() !== '';
};

/** The form that the request was recorded with. */
export function formOf(matter: Matter): Form | null {
  const form = matter.events.find((event) => event.kind === 'received')?.detail['form'];
  return FORMS.find((one) => one === form) ?? null;
}

function ofCard(card: MatterDetail): Standing {
  if (card['signedBy'] !== 'judge' && card['signedBy'] !== 'magistrate') return 'civil';
  return isSaid(card, 'court') && isSaid(card, 'docket') ? 'criminal' : 'unfinished';
}

/** Civil without a judge; criminal only with judge, court and docket; open where nothing is known. Policy 3(c). */
export function standingOf(matter: Matter): Standing {
  const card = matter.events.findLast((event) => event.kind === 'card');
  if (card !== undefined) return ofCard(card.detail);
  const form = formOf(matter);
  if (form === null) return 'open';
  return CIVIL_FORMS.has(form) ? 'civil' : 'unfinished';
}
