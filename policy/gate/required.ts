// What a booking must have to be saved. No status, citizenship or birth place is among it: policy 1(a), M1.
import type { BookingDraft } from '../booking.ts';
import type { Refusal } from '../refusal.ts';

/** Where the booking comes from: typed at the desk, or read from a records system's file. */
export type Origin = 'desk' | 'import';

function missing(field: string): Refusal {
  return { code: 'missing-value', field };
}

function missingAtDesk(draft: BookingDraft): readonly Refusal[] {
  const needed = (['last_name', 'booking_datetime'] as const).filter((name) => draft.fields[name] === undefined);
  const administrative =
    draft.fields.booking_category === 'ADMINISTRATIVE' || draft.fields.booking_category === 'INQUIRY';
  const noCharge = draft.charges.length === 0 && !administrative;
  return [...needed.map((name) => missing(`fields.${name}`)), ...(noCharge ? [missing('charges')] : [])];
}

function missingInFile(draft: BookingDraft): readonly Refusal[] {
  const { booking_datetime, source_record_id, booking_no } = draft.fields;
  const unnamed = source_record_id === undefined && booking_no === undefined;
  return [
    ...(booking_datetime === undefined ? [missing('fields.booking_datetime')] : []),
    ...(unnamed ? [missing('fields.source_record_id')] : []),
  ];
}

function missingInCharges(draft: BookingDraft): readonly Refusal[] {
  return draft.charges.flatMap((charge, at) => {
    const named = charge.offense ?? charge.charge_description ?? charge.charge_statute;
    return named === undefined ? [missing(`charges.${String(at)}.charge_description`)] : [];
  });
}

/**
 * What is missing. At the desk: a last name (UNKNOWN will do), the time of booking, and a charge unless the booking
 * is administrative; a charge is an offense of the catalogue, protective custody among them, or a description. From
 * a file: a time of booking and a record id or booking number.
 */
export function missingOf(draft: BookingDraft, origin: Origin): readonly Refusal[] {
  return origin === 'import' ? missingInFile(draft) : [...missingAtDesk(draft), ...missingInCharges(draft)];
}
