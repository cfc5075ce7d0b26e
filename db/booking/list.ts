import { sql } from 'kysely';
import { custodyOf, type Custody } from '../../policy/custody.ts';
import { mayBeMinor } from '../../policy/juvenile.ts';
import { chargeText } from '../../policy/offenses/charge-text.ts';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';
import { parseRecord, parseRecords } from '../parse.ts';

/** One line of a list of bookings. */
export interface BookingLine {
  readonly bookingId: string;
  readonly number: string;
  readonly lastName: string;
  readonly firstName: string;
  /** First charge, in one line; empty where there is none. */
  readonly charge: string;
  readonly bookedAt: string;
  /** Under 18 when booked, or maybe. */
  readonly minor: boolean;
  readonly custody: Custody;
}

/** What bears on custody, as JSON, in the order in which it was entered. */
const events = sql<string>`(select json_group_array(json_object('kind', e.kind, 'at', e.at) order by e.entry_seq)
  from booking_event e where e.booking_id = b.id and e.kind in ('in-custody', 'released', 'release-eligible'))`;

/** Whatever the first charge is called by, as JSON; one that nothing is told of is passed over. */
const charge = sql<string | null>`(select json_object('offense', c.offense, 'charge_description', c.charge_description,
    'charge_statute', c.charge_statute)
  from charge c where c.booking_id = v.booking_id and c.version = v.version
    and coalesce(c.offense, c.charge_description, c.charge_statute) is not null order by c.position limit 1)`;

/** The version that holds, of bookings that were saved. */
function lines(db: ReadDb) {
  return db
    .selectFrom('booking_version as first')
    .innerJoin('booking as b', 'b.id', 'first.booking_id')
    .innerJoin('booking_version as v', (join) =>
      join
        .onRef('v.booking_id', '=', 'b.id')
        .on('v.version', '=', sql<number>`(select max(m.version) from booking_version m where m.booking_id = b.id)`),
    )
    .select(['b.id', 'b.number', 'v.last_name', 'v.first_name', 'v.dob', 'v.booking_datetime', 'first.saved_at'])
    .select(['b.origin', 'v.release_datetime', charge.as('charge'), events.as('events')])
    .where('first.version', '=', 1)
    .where(notSealed('b.id'))
    .orderBy('first.entry_seq', 'desc');
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function toldIn(text: string): Parameters<typeof custodyOf>[0]['events'] {
  return parseRecords(text, 'booking_event').flatMap(({ kind, at }) =>
    typeof kind === 'string' && typeof at === 'string' ? [{ kind, at }] : [],
  );
}

function toLine(row: LineRow): BookingLine {
  const { origin, release_datetime } = row;
  const fields = release_datetime === null ? {} : { release_datetime };
  return {
    bookingId: row.id,
    number: row.number,
    lastName: row.last_name ?? '',
    firstName: row.first_name ?? '',
    charge: row.charge === null ? '' : chargeText(parseRecord(row.charge, 'charge')),
    bookedAt: row.booking_datetime ?? row.saved_at,
    minor: mayBeMinor(row.dob, row.booking_datetime ?? row.saved_at),
    custody: custodyOf({ origin, fields, events: toldIn(row.events) }),
  };
}

/** Saved bookings, the newest first; `before` is the last one of the page before. */
export async function listBookings(
  db: ReadDb,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly BookingLine[]> {
  const { before, limit } = page;
  const query = lines(db).limit(limit);
  const rows = await (
    before === undefined
      ? query
      : query.where(
          'first.entry_seq',
          '<',
          sql<number>`(select p.entry_seq from booking_version p where p.booking_id = ${before} and p.version = 1)`,
        )
  ).execute();
  return rows.map(toLine);
}

/** Bookings by their ids, in the order of the ids. */
export async function listLinesOf(db: ReadDb, ids: readonly string[]): Promise<readonly BookingLine[]> {
  const rows = await lines(db)
    .where('b.id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []).map(toLine);
}

/** Everybody booked at this desk, or said to be in custody here, who was not released. The newest first. */
export async function listInCustody(db: ReadDb): Promise<readonly BookingLine[]> {
  const rows = await lines(db)
    .where('b.id', 'in', (eb) => eb.selectFrom('unreleased').select('booking_id'))
    .execute();
  return rows.map(toLine).filter((line) => line.custody.inCustody);
}
