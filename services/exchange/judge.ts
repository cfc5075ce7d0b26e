import type { BookingDraft } from '../../policy/booking.ts';
import { clearBooking, type Cleared } from '../../policy/gate.ts';
import type { BookingContext } from '../../policy/gate/booking.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { TaughtList } from '../../policy/screen/taught.ts';
import type { ImportRecord } from './import-record.ts';
import { headingsOf, type Layout } from './layout.ts';
import type { Remark } from './source-text.ts';

/** One finding of the gate, by the heading it came from. The refused words are not in it. */
export interface Carried {
  readonly heading: string;
  readonly category: string;
  /** Position of the charge, null for a field of the booking. */
  readonly charge: number | null;
}

/** What the gate made of a record, before it is known whether the booking is new. */
export type Judged =
  | { readonly kind: 'clear'; readonly draft: Cleared<BookingDraft>; readonly notes: readonly Remark[] }
  | { readonly kind: 'quarantine'; readonly carried: readonly Carried[]; readonly sourceId: string | null }
  | { readonly kind: 'failed'; readonly problems: readonly Remark[]; readonly sourceId: string | null };

/** Kept only as a code of their list: another value hints at an origin, and is left out without failing the booking. */
const REDUCED = /^fields\.(?:address_state|driver_license_state|ethnicity|resident_status)$/;
const STATUS: ReadonlySet<string> = new Set(['status-in-text', 'status-in-code', 'protected-field']);

/** Passes a record through the gate. Status quarantines whatever else is wrong with the record. Policy 1(b), 1(c). `taught`: see `screen`. */
export function judge(record: ImportRecord, layout: Layout, taught?: TaughtList): Judged {
  const context = { origin: 'import', taught } as const;
  const first = clearBooking(record.draft, context);
  const refusals = first.ok ? [] : first.refusals;
  const elsewhere = record.others.flatMap((other) => statusIn(other, context));
  const carried = [...refusals.filter(isStatus), ...elsewhere].flatMap((refusal) => carriedBy(refusal, layout));
  const sourceId = refusals.some(isAboutIds) ? null : record.sourceId;
  if (carried.length > 0) return { kind: 'quarantine', carried, sourceId };
  if (record.problems.length > 0) return { kind: 'failed', problems: record.problems, sourceId };
  if (first.ok) return { kind: 'clear', draft: first.value, notes: [] };
  return (
    reduced(record, refusals, { layout, context }) ?? {
      kind: 'failed',
      problems: refusals.map((one) => asRemark(one, layout)),
      sourceId,
    }
  );
}

interface Reducing {
  readonly layout: Layout;
  readonly context: BookingContext;
}

function reduced(record: ImportRecord, refusals: readonly Refusal[], { layout, context }: Reducing): Judged | null {
  if (!refusals.every((refusal) => refusal.code === 'wrong-value' && REDUCED.test(refusal.field ?? ''))) return null;
  const names = new Set(refusals.map((refusal) => pathOf(refusal).name));
  const fields = Object.fromEntries(Object.entries(record.draft.fields).filter(([name]) => !names.has(name)));
  const again = clearBooking({ fields, charges: record.draft.charges }, context);
  if (!again.ok) return null;
  const notes = refusals.map((refusal) => ({ code: 'value-left-out', heading: asRemark(refusal, layout).heading }));
  return { kind: 'clear', draft: again.value, notes };
}

function statusIn(draft: BookingDraft, context: BookingContext): readonly Refusal[] {
  const cleared = clearBooking(draft, context);
  return cleared.ok ? [] : cleared.refusals.filter(isStatus);
}

function isStatus(refusal: Refusal): boolean {
  return STATUS.has(refusal.code);
}

/** An id that the gate does not pass is not repeated in any report. */
function isAboutIds(refusal: Refusal): boolean {
  return /\b(?:source_record_id|booking_no)\b/.test(refusal.field ?? '');
}

function carriedBy(refusal: Refusal, layout: Layout): readonly Carried[] {
  const { name, charge } = pathOf(refusal);
  const [heading = name] = headingsOf(layout, name);
  return [{ heading, category: refusal.category ?? refusal.code, charge }];
}

function asRemark(refusal: Refusal, layout: Layout): Remark {
  const { name } = pathOf(refusal);
  return { code: refusal.code, heading: headingsOf(layout, name)[0] ?? null };
}

/** `fields.narrative`, `fields.property_items.2`, `charges.0.charge_description`. */
function pathOf(refusal: Refusal): { readonly name: string; readonly charge: number | null } {
  const [part, second = '', third = ''] = (refusal.field ?? '').split('.');
  if (part === 'charges') return { name: third, charge: Number(second) };
  return { name: second, charge: null };
}
