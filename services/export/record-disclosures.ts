import type { Booking } from '../../contract/booking.ts';
import type { NotificationDraft } from '../../contract/notification.ts';
import { custodyOf } from '../../policy/custody.ts';
import type { Ground } from '../../policy/decision.ts';
import { clearFacts } from '../../policy/gate.ts';
import type { Person } from '../../policy/people.ts';
import type { JsonValue } from './json-value.ts';
import { pick } from './pick.ts';
import { FACTS_THAT_LEAVE, RECORD_SHAPE } from './whitelist.ts';

/** A ground that stood when the notice was given. */
export interface RecordDetermination {
  readonly ground: Ground;
  readonly cite: string;
  readonly decidedAt: string;
  /** Names as the station shows them. */
  readonly decidedBy: string;
  readonly cosignedBy: string | null;
  /** The request as the policy read it, cleared by the gate; its `facts` are looked at by name only. */
  readonly request: Readonly<Record<string, unknown>>;
}

export interface RecordInput {
  readonly number: string;
  readonly notification: NotificationDraft;
  readonly booking: Booking | null;
  readonly determination: RecordDetermination | null;
  readonly station: { readonly name: string; readonly ori: string };
  readonly pack: { readonly id: string; readonly version: string; readonly digest: string };
  /** Who enters the record. */
  readonly decidedBy: Person;
  readonly enteredAt: string;
}

/** Disclosures by name. `inHouse` is kept with the ledger entry and never leaves. */
export type RecordDisclosures = Readonly<Record<string, JsonValue>>;

type Loose = Readonly<Record<string, unknown>>;

/** The name and day of birth of somebody who is not booked, as told. */
function subjectOf({ subject }: NotificationDraft): Loose {
  if (subject === undefined) return {};
  return { name: { family: subject.lastName, given: subject.firstName }, dob: subject.dob };
}

function bookedIn({ fields, number }: Booking): Loose {
  const { last_name: family, first_name: given, middle_name: middle, name_suffix: suffix, dob } = fields;
  return { name: { family, given, middle, suffix }, dob, bookingNumber: number };
}

/** Who it is about: always the name, and the number of a booking; the day of birth only where it was released. */
function personOf({ booking, notification }: RecordInput): Loose {
  const person = booking === null ? subjectOf(notification) : bookedIn(booking);
  return notification.released.includes('dob') ? person : { ...person, dob: undefined };
}

function chargesOf({ booking, notification }: RecordInput): readonly Loose[] | undefined {
  if (booking === null || !notification.released.includes('charge')) return undefined;
  return booking.charges.map((charge) => ({
    offense: charge.offense,
    statute: charge.charge_statute,
    description: charge.charge_description,
    counts: charge.charge_counts,
    severity: charge.charge_severity,
  }));
}

function custodyIn({ booking, notification }: RecordInput): Loose {
  if (booking === null) return {};
  const place = notification.released.includes('place-of-custody') ? booking.fields.booking_facility : undefined;
  return { place, ...custodyOf(booking) };
}

function noticeOf({ notification, number, decidedBy }: RecordInput): Loose {
  const { displayName: name, badge, role } = decidedBy;
  return { ...notification, number, recordedBy: { name, badge, role } };
}

/** Facts that the ground asks for, each looked at by the gate once more: what it would not take in does not go out. */
function factsOf(determination: RecordDetermination | null): Loose {
  const facts = determination?.request['facts'];
  if (determination === null || typeof facts !== 'object' || facts === null) return {};
  const leaving: readonly string[] = FACTS_THAT_LEAVE[determination.ground];
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name, value]: [string, unknown]) => leaving.includes(name) && clearFacts({ [name]: value }).ok,
    ),
  );
}

function authorityOf({ determination, decidedBy, pack }: RecordInput): Loose {
  return {
    ground: determination?.ground,
    cite: determination?.cite,
    decidedBy: determination?.decidedBy ?? decidedBy.displayName,
    cosignedBy: determination?.cosignedBy,
    pack,
    facts: factsOf(determination),
  };
}

function timesOf({ determination, notification, enteredAt }: RecordInput): Loose {
  return {
    factsKnownAt: factsOf(determination)['factsKnownAt'],
    decidedAt: determination?.decidedAt,
    contactedAt: notification.contactedAt,
    enteredAt,
  };
}

/**
 * What the ledger entry of a notification commits to, and the only road by which a record's words leave:
 * each disclosure goes through its place in `RECORD_SHAPE`.
 */
export function recordDisclosures(input: RecordInput): RecordDisclosures {
  const groups: Readonly<Record<keyof typeof RECORD_SHAPE, unknown>> = {
    station: input.station,
    person: personOf(input),
    charge: chargesOf(input),
    custody: custodyIn(input),
    notice: noticeOf(input),
    authority: authorityOf(input),
    times: timesOf(input),
  };
  const leaving = Object.entries(RECORD_SHAPE).flatMap(([name, shape]) => {
    const picked = pick(shape, Object.entries(groups).find(([group]) => group === name)?.[1]);
    return picked === undefined ? [] : [[name, picked] as const];
  });
  const { reason } = input.notification;
  return { ...Object.fromEntries(leaving), ...(reason === undefined ? {} : { inHouse: { reason } }) };
}
