// Carries out an order in one transaction: an entry that says no more than that records were kept, who has to be told,
// and then the rows and disclosures themselves. Requirements 3.2, S5, B8; c.276 ss.100A-100C, 100E-100U.
import type { z } from 'zod';
import type { carryOutOrderInput, OrderReceipt } from '../../contract/order.ts';
import type { Reply } from '../../contract/reply.ts';
import type { WriteTx } from '../../db/database.ts';
import { insertSealing, insertSealingEvent } from '../../db/order/writer.ts';
import type { CourtOrder } from '../../policy/order.ts';
import type { Person } from '../../policy/people.ts';
import { keepBackupPlan } from '../backup/keep-plan.ts';
import { stamp, stationDate } from '../clock.ts';
import { scribeOf, type RecordMeta } from '../record.ts';
import { done, refuse, refused } from '../reply.ts';
import type { Member } from '../route.ts';
import { dropStaleWords } from '../second-word.ts';
import { coverOrderBy, expunge, type Told } from './expunge.ts';
import { secondPersonOf } from './second-person.ts';
import { findSubject, obstaclesOf, termsRefused, type Found } from './terms.ts';

type Input = z.output<typeof carryOutOrderInput>;

/** The entry of anything that is done about an order. Its type and its size are those of every other. */
export function coverOrder(tx: WriteTx, member: Member, told: Told): Promise<RecordMeta> {
  return coverOrderBy(tx, scribeOf(member), told);
}

interface Carried {
  readonly order: CourtOrder;
  readonly found: Found;
  readonly second: Person;
}

async function letGo(tx: WriteTx, member: Member, { order, found, second }: Carried): Promise<number> {
  const { booking, subject, holdings } = found;
  const terms = { order: { ...order }, cosignedBy: second.id };
  return expunge(tx, scribeOf(member), { ...terms, subject, holdings, fields: booking.fields });
}

async function seal(tx: WriteTx, member: Member, { order, found, second }: Carried): Promise<number> {
  const id = member.state.options.ids.uuid();
  const meta = await coverOrder(tx, member, { order });
  if (order.kind === 'seal') {
    await insertSealing(tx, { id, bookingId: found.subject.bookingId, cosignedBy: second.id }, meta);
  } else {
    const sealingId = found.sealId ?? '';
    await insertSealingEvent(tx, { id, sealingId, kind: 'lifted', cosignedBy: second.id }, meta);
  }
  return 0;
}

async function carryOutIn(tx: WriteTx, member: Member, input: Input): Promise<Reply<number>> {
  await dropStaleWords(member, tx);
  const found = await findSubject(tx, input);
  if (found === undefined) return refuse('not-found', { field: 'bookingId' });
  const wrong = (field: string, why: string) => refuse('wrong-value', { field, params: { why } });
  if (input.typed !== found.booking.number) return wrong('typed', 'not-the-number');
  const [obstacle] = await obstaclesOf(tx, input.order.kind, found);
  if (obstacle !== undefined) return wrong('bookingId', obstacle);
  const second = secondPersonOf(member, input, found);
  if (second === null) return wrong('cosignId', 'second-person');
  const carried = { order: input.order, found, second };
  return done(input.order.kind === 'expunge' ? await letGo(tx, member, carried) : await seal(tx, member, carried));
}

/**
 * Takes what was deleted out of the files as well; false where that has to wait for the next start, whatever is in the
 * way: the order itself is carried out by now.
 */
export async function tidyFiles(member: Member): Promise<boolean> {
  const { clock, ids, report } = member.state.options;
  try {
    return await member.open.store.tidy();
  } catch (fault) {
    const kind = fault instanceof Error ? fault.name : typeof fault;
    report({ incident: ids.uuid().slice(0, 8), at: stamp(clock.now()), kind, where: ['tidyFiles'] });
    return false;
  }
}

/** Carries out an order that two people stand for. The receipt names nobody; neither does anything that stays. */
export async function carryOutOrder(member: Member, input: Input): Promise<Reply<OrderReceipt>> {
  const { clock } = member.state.options;
  const { kind } = input.order;
  const terms = termsRefused(input.order, stationDate(clock.now()));
  if (terms.length > 0) return refused(...terms);
  const { store } = member.open;
  const reply = await store.transaction((tx) => carryOutIn(tx, member, input));
  if (!reply.ok) return reply;
  // What a second person put their name to quotes records that may be gone now.
  member.state.cosigns.clear();
  const copies = kind === 'expunge' ? store.copies().length : 0;
  const clean = kind === 'expunge' ? await tidyFiles(member) : true;
  if (kind === 'expunge') void keepBackupPlan(member.state, 'ordered');
  return done({ kind, at: stamp(clock.now()), clean, copies, audiences: reply.value });
}
