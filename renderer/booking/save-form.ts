import type { CallOutputs } from '../../contract/calls.ts';
import type { Reply } from '../../contract/reply.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { call } from '../api.ts';
import { refusalText } from '../words/refusal-text.ts';
import { words } from '../words/words.ts';
import type { Box } from './box.svelte.ts';
import type { BookingDraft } from '../../policy/booking.ts';
import type { BookingForm } from './booking-form.svelte.ts';
import { typedBoxes } from './charges.svelte.ts';
import { PARTS } from './form-fields.ts';
import { sendable } from './sendable.ts';

/** Sends it: a first saving, or a correction with its reason. */
export async function sendForm(form: BookingForm, draft: BookingDraft): Promise<Reply<CallOutputs['booking.save']>> {
  const { baseVersion } = form;
  const { bookingId } = form.start;
  if (baseVersion === null) return call('booking.save', { bookingId, ...sendable(draft) });
  return call('booking.correct', { bookingId, baseVersion, reason: form.reason.trim(), ...sendable(draft) });
}

function holds(box: Box, name: string): boolean {
  if (box.field.name === name) return true;
  const parts: Readonly<Partial<Record<string, readonly string[]>>> = PARTS;
  return parts[box.field.name]?.includes(name) ?? false;
}

/** The box that a path such as `fields.dob` or `charges.0.charge_counts` is about. */
export function boxOf(form: BookingForm, path: string): Box | undefined {
  const [part, second = '', third] = path.split('.');
  if (part === 'fields') return [...form.boxes.values()].find((box) => holds(box, second));
  const entry = part === 'charges' ? form.charges.entries[Number(second)] : undefined;
  return entry === undefined || third === undefined ? undefined : typedBoxes(entry).find((box) => holds(box, third));
}

function chargesText(refusal: Refusal): string {
  return refusal.code === 'missing-value' ? words.booking.chargesMissing : refusalText(refusal);
}

/** Tells each box its refusal; answers what belongs to no box. */
export function placeRefusals(form: BookingForm, refusals: readonly Refusal[]): readonly Refusal[] {
  return refusals.filter((refusal) => {
    const path = refusal.field ?? '';
    const place = boxOf(form, path) ?? (path.startsWith('charges') ? form.charges : undefined);
    place?.complain(place === form.charges ? chargesText(refusal) : refusalText(refusal));
    return place === undefined;
  });
}
