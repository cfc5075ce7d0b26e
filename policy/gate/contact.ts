// Checks the card of a contact: its boxes and no other, status in no text.
import { CONTACT_BOXES, CONTACT_KINDS, type ContactCard } from '../contacts.ts';
import type { MatterDetail } from '../matters/matter.ts';
import type { Checked } from './booking.ts';
import { checkDetail } from './matter.ts';

function told(detail: MatterDetail, name: string): string | null {
  const value = detail[name];
  return typeof value === 'string' ? value : null;
}

/** Refusals name the place under `card`. */
export function checkContactCard(card: Readonly<Record<string, unknown>>): Checked<ContactCard> {
  const { value: detail, refusals, warnings } = checkDetail(CONTACT_BOXES, card, { path: 'card' });
  const kind = told(detail, 'kind');
  return {
    value: {
      kind: CONTACT_KINDS.find((one) => one === kind) ?? 'other',
      name: told(detail, 'name') ?? '',
      agency: told(detail, 'agency'),
      number: told(detail, 'number') ?? '',
      second: told(detail, 'second'),
      notes: told(detail, 'notes'),
    },
    refusals,
    warnings,
  };
}
