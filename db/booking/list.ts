import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';

/** One line of a list of bookings. */
export interface BookingLine {
  readonly bookingId: string;
  readonly number: string;
  readonly lastName: string;
  readonly firstName: string;
  /** First charge. */
  readonly charge: string;
  readonly bookedAt: string;
  readonly custody: {
    readonly inCustody: boolean;
    readonly releaseEligibleAt: string | null;
    readonly releasedAt: string | null;
  };
}

const latest = (kind: 'released' | 'release-eligible') =>
  sql<string | null>`(select e.at from booking_event e where e.booking_id = b.id and e.kind = ${sql.lit(kind)}
    order by strftime('%s', e.at) desc limit 1)`;

const charge = sql<string | null>`(select c.charge_description from charge c
  where c.booking_id = v.booking_id and c.version = v.version order by c.position limit 1)`;

/** Booked at this desk, or said to be in custody here: what a file says of other houses is not known. */
const takenIn = sql<number>`(b.origin = 'desk' or exists
  (select 1 from booking_event e where e.booking_id = b.id and e.kind = 'in-custody'))`;

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
    .select(['b.id', 'b.number', 'v.last_name', 'v.first_name', 'v.booking_datetime', 'first.saved_at'])
    .select([
      charge.as('charge'),
      takenIn.as('taken_in'),
      latest('release-eligible').as('release_eligible_at'),
      sql<string | null>`coalesce(${latest('released')}, v.release_datetime)`.as('released_at'),
    ])
    .where('first.version', '=', 1)
    .orderBy('first.entry_seq', 'desc');
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function toLine(row: LineRow): BookingLine {
  return {
    bookingId: row.id,
    number: row.number,
    lastName: row.last_name ?? '',
    firstName: row.first_name ?? '',
    charge: row.charge ?? '',
    bookedAt: row.booking_datetime ?? row.saved_at,
    custody: {
      inCustody: row.released_at === null && row.taken_in === 1,
      releaseEligibleAt: row.release_eligible_at,
      releasedAt: row.released_at,
    },
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

/** Everybody booked at this desk, or said to be in custody here, who was not released. The newest first. */
export async function listInCustody(db: ReadDb): Promise<readonly BookingLine[]> {
  const rows = await lines(db)
    .where((eb) =>
      eb.or([
        eb('b.origin', '=', 'desk'),
        sql<boolean>`exists (select 1 from booking_event e where e.booking_id = b.id and e.kind = 'in-custody')`,
      ]),
    )
    .where('v.release_datetime', 'is', null)
    .where(sql<boolean>`not exists (select 1 from booking_event e where e.booking_id = b.id and e.kind = 'released')`)
    .execute();
  return rows.map(toLine);
}
