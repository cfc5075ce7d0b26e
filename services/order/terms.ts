// What the papers of an order say, and what they are about, before anything is done.
import type { z } from 'zod';
import type { carryOutOrderInput, OrderObstacle } from '../../contract/order.ts';
import { findAnyBooking } from '../../db/booking/reader.ts';
import type { ReadDb } from '../../db/database.ts';
import { hasOpenDuty } from '../../db/order/reader.ts';
import { listHoldings, type Holdings, type Subject } from '../../db/order/holdings.ts';
import { findSeal } from '../../db/order/sealed.ts';
import { custodyOf } from '../../policy/custody.ts';
import { clearText } from '../../policy/gate.ts';
import { isSectionOf, type CourtOrder, type OrderKind } from '../../policy/order.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { ScreenField } from '../../policy/screen/verdict.ts';
import { jcs } from '../ledger/jcs.ts';
import type { Member } from '../route.ts';

type Booking = NonNullable<Awaited<ReturnType<typeof findAnyBooking>>>;

const TEXTS: readonly (readonly [name: 'court' | 'docket' | 'reference', field: ScreenField])[] = [
  ['court', 'agency'],
  ['docket', 'code'],
  ['reference', 'reason'],
];

/** Why an order cannot be taken as it was typed; empty where it can. */
export function termsRefused(order: CourtOrder, today: string): readonly Refusal[] {
  const texts = TEXTS.flatMap(([name, field]) => {
    const cleared = clearText(order[name] ?? '', field);
    return cleared.ok ? [] : cleared.refusals.map((refusal) => ({ ...refusal, field: `order.${name}` }));
  });
  const wrong = (field: string, why: string): Refusal => ({ code: 'wrong-value', field, params: { why } });
  return [
    ...texts,
    ...(isSectionOf(order.kind, order.section) ? [] : [wrong('order.section', 'not-the-section')]),
    ...(order.orderedOn <= today ? [] : [wrong('order.orderedOn', 'future-day')]),
  ];
}

/** A booking with everything that hangs on it, sealed or not. */
export interface Found {
  readonly booking: Booking;
  readonly subject: Subject;
  readonly holdings: Holdings;
  readonly sealId: string | null;
}

/** Undefined where no such booking was ever saved. */
export async function findSubject(db: ReadDb, subject: Subject): Promise<Found | undefined> {
  const booking = await findAnyBooking(db, subject.bookingId);
  if (booking === undefined) return undefined;
  const seal = await findSeal(db, subject.bookingId);
  return { booking, subject, holdings: await listHoldings(db, subject), sealId: seal?.id ?? null };
}

/** Whoever is in a cell, and whatever duty runs, is seen to first: both would be lost with the record. */
export async function obstaclesOf(db: ReadDb, kind: OrderKind, found: Found): Promise<readonly OrderObstacle[]> {
  const { booking, holdings, sealId } = found;
  if (kind === 'unseal') return sealId === null ? ['not-sealed'] : [];
  const busy: OrderObstacle[] = [];
  if (kind === 'seal' && sealId !== null) busy.push('sealed-already');
  if (custodyOf(booking).inCustody) busy.push('in-custody');
  if (await hasOpenDuty(db, booking.bookingId, holdings.matterIds)) busy.push('duty-runs');
  return busy;
}

type Ordered = Pick<z.output<typeof carryOutOrderInput>, 'order' | 'bookingId' | 'beside'>;

/** What a second person puts their name to: who acts, the order, and every entry that goes. */
export function basisOfOrder(member: Member, { order, bookingId, beside }: Ordered, { holdings }: Found): string {
  const { entries } = holdings;
  return jcs({
    by: member.person.id,
    order: { ...order },
    bookingId,
    beside: [...beside].sort(),
    entries: [...entries],
  });
}
