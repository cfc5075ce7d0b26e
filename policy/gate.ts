// The gate. Nothing is stored that did not pass here: a writer asks for `Cleared<T>`, and only this file makes one. It
// is the last judge, also of what went past every other door: it answers a refusal to whatever it cannot read, and never
// throws.
import type { BookingDraft, BookingEventDraft } from './booking.ts';
import type { ContactCard } from './contacts.ts';
import type { TreatyCountries } from './consular/treaty-countries.ts';
import { approvedNamed } from './fields/classify.ts';
import type { FieldValue } from './fields/field.ts';
import { checkBooking, checkWholeBooking, taughtIn, type BookingContext, type RawBooking } from './gate/booking.ts';
import { checkBookingEvent } from './gate/booking-event.ts';
import { checkTreatyCountries } from './gate/consular.ts';
import { checkContactCard } from './gate/contact.ts';
import { checkField, findField, type Warning } from './gate/fields.ts';
import { checkDuty } from './gate/duty.ts';
import { checkFacts } from './gate/facts.ts';
import { checkMatter, checkMatterEvent, checkToldTime } from './gate/matter.ts';
import { checkNotification } from './gate/notification.ts';
import { checkTold, type ToldDraft } from './gate/told.ts';
import { checkTypedForm } from './gate/typed-form.ts';
import { ABOUT_THE_CONTACT, checkStatus, reportOn, type StatusContent, type StatusRequest } from './gate/records.ts';
import { refuseName } from './gate/refusals.ts';
import { clockIn, isRecord, isText } from './gate/shapes.ts';
import type { MatterDetail, MatterDraft, MatterEventDraft, MatterKind } from './matters/matter.ts';
import type { TypedForm } from './matters/typed-form.ts';
import type { NotificationDraft } from './notification.ts';
import type { Refusal } from './refusal.ts';
import { readTaught, type TaughtList, type TaughtPhrase } from './screen/taught.ts';
import { SCREEN_FIELDS, type ScreenField } from './screen/verdict.ts';

declare const cleared: unique symbol;

/** A value that passed the gate. The mark exists for the compiler alone; a plain value never has it. */
export type Cleared<T> = T & { readonly [cleared]: true };

/** What the gate answers. Warnings never stop a record; refusals do, all of them named at once. */
export type ClearResult<T> =
  | { readonly ok: true; readonly value: Cleared<T>; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

function mint<T>(value: T): Cleared<T> {
  return value as Cleared<T>;
}

function answer<T>(
  value: T,
  found: { readonly refusals: readonly Refusal[]; readonly warnings: readonly Warning[] },
): ClearResult<T> {
  if (found.refusals.length > 0) return { ok: false, refusals: found.refusals };
  return { ok: true, value: mint(value), warnings: found.warnings };
}

/** Clears a booking for saving: allow-list, values, texts, and what a booking needs. Policy 1(a), 1(b), 1(c), 2. */
export function clearBooking(draft: RawBooking, context: BookingContext): ClearResult<BookingDraft> {
  const checked = checkWholeBooking(draft, context);
  return answer(checked.value, checked);
}

/** Of an unfinished form, the part that passes; the rest is named in `refusals` and must not be kept. */
export function clearDraft(
  draft: RawBooking,
  taught?: TaughtList,
): {
  readonly kept: Cleared<BookingDraft>;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
} {
  const checked = checkBooking(draft, taughtIn({ taught }));
  return { kept: mint(checked.value), refusals: checked.refusals, warnings: checked.warnings };
}

/** Clears one field of a form while it is typed; `part` is where the field stands. */
export function clearDraftField(
  name: string,
  value: unknown,
  part: 'booking' | 'charge' = 'booking',
): ClearResult<FieldValue | null> {
  if (!isText(name)) return { ok: false, refusals: [{ code: 'wrong-value', field: 'name' }] };
  if (approvedNamed(name) === undefined || findField(part, name) === undefined)
    return { ok: false, refusals: [refuseName('', name)] };
  const check = checkField({ part, prefix: '' }, name, value);
  return answer(check.value, check);
}

/** Clears an event of custody. With `now` a time more than five minutes ahead is refused. */
export function clearBookingEvent(
  draft: BookingEventDraft | { readonly kind: string; readonly at: string; readonly detail?: string | undefined },
  context: Pick<BookingContext, 'now' | 'taught'> = {},
): ClearResult<BookingEventDraft> {
  const checked = checkBookingEvent(draft, context);
  return answer(checked.value, checked);
}

/** Clears a contact for the notification log: it may name the agency and its papers, never anybody's status. Policy 2. */
export function clearNotification(
  draft: NotificationDraft,
  context: { readonly now?: string } = {},
): ClearResult<NotificationDraft> {
  return answer(draft, checkNotification(draft, clockIn(context)));
}

/** Clears the facts of a ground: protected names at no depth, status in no text. Policy 2, exceptions 1 and 2. */
export function clearFacts(facts: Readonly<Record<string, unknown>>): ClearResult<Readonly<Record<string, unknown>>> {
  return answer(facts, checkFacts(facts));
}

/** Of what was told on "May we …?", the part that passes; the rest is named in `refusals` and must not be kept. */
export function clearTold(
  told: ToldDraft,
  context: { readonly now?: string } = {},
): { readonly kept: Cleared<ToldDraft>; readonly refusals: readonly Refusal[] } {
  const { value, refusals } = checkTold(told, clockIn(context));
  return { kept: mint(value), refusals };
}

/** Of what was typed of a matter's event, the part that passes; the rest is named in `refusals` and must not be kept. */
export function clearTypedForm(
  typed: TypedForm,
  context: { readonly now?: string } = {},
): { readonly kept: Cleared<TypedForm>; readonly refusals: readonly Refusal[] } {
  const { value, refusals } = checkTypedForm(typed, clockIn(context));
  return { kept: mint(value), refusals };
}

/** Clears a status for the sealed table, given a ground of the same booking that stands now. Policy 1(b). */
export function clearStatus(request: StatusRequest): ClearResult<StatusContent> {
  const checked = checkStatus(request);
  return answer(checked.value, checked);
}

/** A matter whose first event is cleared as well. */
export type ClearedMatter = MatterDraft & { readonly event: Cleared<MatterEventDraft> };

/** Clears a matter that begins: whom it is about in this record, the boxes of its first event. Policy 1(a), 2, 3. */
export function clearMatter(draft: MatterDraft, context: { readonly now?: string } = {}): ClearResult<ClearedMatter> {
  const checked = checkMatter(draft, clockIn(context));
  return answer({ ...checked.value, event: mint(checked.value.event) }, checked);
}

/** Clears the next event of a matter of this kind: its boxes and no other, status in no text. */
export function clearMatterEvent(
  kind: MatterKind,
  event: MatterEventDraft,
  context: { readonly now?: string } = {},
): ClearResult<MatterEventDraft> {
  const checked = checkMatterEvent(kind, event, clockIn(context));
  return answer(checked.value, checked);
}

/** Clears a list of consulates that are told whatever the person wishes. Requirements S4. */
export function clearTreatyCountries(
  list: TreatyCountries,
  context: { readonly now?: string } = {},
): ClearResult<TreatyCountries> {
  const checked = checkTreatyCountries(list, clockIn(context));
  return answer(checked.value, checked);
}

/** Clears what is told about a duty: a try, or how it ended. */
export function clearDutyDetail(
  duty: string,
  told: { readonly kind: 'attempt' | 'done'; readonly at: string; readonly detail: Readonly<Record<string, unknown>> },
  context: { readonly now?: string } = {},
): ClearResult<MatterDetail> {
  const checked = checkDuty(duty, told, clockIn(context));
  return answer(checked.value, checked);
}

/** Clears one word of a contact or of its copy: to whom, how, why. It may name the agency and its papers. Policy 2. */
export function clearContact(text: string): ClearResult<string> {
  return answer(text, reportOn(text, { path: 'text', field: 'reason' }, ABOUT_THE_CONTACT));
}

/** Clears the card of somebody whom the desk may call, and when the number was last tried. Policy 2(c). */
export function clearContactCard(
  card: Readonly<Record<string, unknown>>,
  checked: { readonly at: string | null; readonly now: string },
): ClearResult<ContactCard> {
  const report = checkContactCard(card);
  const at = isRecord(checked) ? checked['at'] : undefined;
  const time = at === null ? [] : checkToldTime(at, clockIn(checked), 'checkedAt');
  return answer(report.value, { refusals: [...report.refusals, ...time], warnings: report.warnings });
}

/** Clears one text of this kind; refusals name the place `text`. */
export function clearText(text: string, field: ScreenField): ClearResult<string> {
  if (!SCREEN_FIELDS.includes(field)) return { ok: false, refusals: [{ code: 'wrong-value', field: 'field' }] };
  return answer(text, reportOn(text, { path: 'text', field }));
}

/** Clears a phrase that a station would let through: what has a shape or tells status wherever it stands never may. */
export function clearTaught(taught: TaughtPhrase): ClearResult<TaughtPhrase> {
  const read = isRecord(taught) ? readTaught(taught) : null;
  if (read !== null) return { ok: true, value: mint(read), warnings: [] };
  return { ok: false, refusals: [{ code: 'not-to-be-taught', field: 'text', clause: '1(b)' }] };
}
