import { basename } from 'node:path';
import type { z } from 'zod';
import type { findOrderInput, OrderedBooking, OrderPreview, previewOrderInput } from '../../contract/order.ts';
import type { Reply } from '../../contract/reply.ts';
import { listBeside } from '../../db/order/beside.ts';
import { countParts } from '../../db/order/holdings.ts';
import { findByNumber, type FoundBooking } from '../../db/order/reader.ts';
import { listAudiences } from '../../db/order/recall.ts';
import { listSealedIds } from '../../db/order/sealed.ts';
import type { ReadDb } from '../../db/database.ts';
import { done, refuse } from '../reply.ts';
import type { Member } from '../route.ts';
import { findSubject, obstaclesOf, type Found } from './terms.ts';

function shown(found: FoundBooking, sealed: ReadonlySet<string>): OrderedBooking {
  const { bookingId, number, lastName, firstName, dob, bookedAt } = found;
  return { bookingId, number, lastName, firstName, dob, bookedAt, sealed: sealed.has(bookingId) };
}

/** Bookings that an order may be about, by the number on the paper; other systems' numbers may repeat. */
export async function findOrdered(
  member: Member,
  input: z.output<typeof findOrderInput>,
): Promise<Reply<readonly OrderedBooking[]>> {
  const { read } = member.open.store;
  const sealed = await listSealedIds(read);
  return done((await findByNumber(read, input.number)).map((booking) => shown(booking, sealed)));
}

async function tablesOf(db: ReadDb, { holdings }: Found): Promise<OrderPreview['tables']> {
  const { disclosures, charges, keptApart } = await countParts(db, holdings.entries);
  const parts = [
    { table: 'charge', rows: charges },
    { table: 'quarantine', rows: keptApart },
    { table: 'disclosure', rows: disclosures },
  ];
  return [...holdings.tables.toReversed(), ...parts].filter(({ rows }) => rows > 0);
}

/** Exactly what an order destroys, or closes, and what stands in its way. Nothing is written. */
export async function previewOrder(
  member: Member,
  input: z.output<typeof previewOrderInput>,
): Promise<Reply<OrderPreview>> {
  const { store } = member.open;
  const { read } = store;
  const found = await findSubject(read, input);
  if (found === undefined) return refuse('not-found', { field: 'bookingId' });
  const sealed = await listSealedIds(read);
  const [booking] = (await findByNumber(read, found.booking.number)).filter(
    ({ bookingId }) => bookingId === input.bookingId,
  );
  if (booking === undefined) return refuse('not-found', { field: 'bookingId' });
  const audiences = await listAudiences(read, found.holdings);
  const destroys = input.kind === 'expunge';
  return done({
    booking: shown(booking, sealed),
    tables: await tablesOf(read, found),
    beside: destroys ? await listBeside(read, input.bookingId) : [],
    audiences: destroys ? audiences.map(({ audience, number, leftAt }) => ({ audience, number, leftAt })) : [],
    copies: destroys ? store.copies().map((path) => basename(path)) : [],
    imported: booking.origin === 'import',
    obstacles: await obstaclesOf(read, input.kind, found),
  });
}
