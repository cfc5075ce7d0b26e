// A store with very many bookings of people made up, put in past the marks, for what asks how long something takes.
import { randomUUID } from 'node:crypto';
import type { connect } from '../../db/open.ts';
import { leafHash } from '../../proof/hash.ts';
import { leafOf } from '../bench/filled-log.ts';
import { seeded, type Seeded } from './seeded.ts';

type Connection = ReturnType<typeof connect>;

const STARTS = ['al', 'bar', 'cor', 'dan', 'el', 'fer', 'gar', 'her', 'is', 'jo', 'kar', 'lo', 'mar', 'nor'] as const;
const MIDDLES = ['a', 'be', 'de', 'ga', 'ki', 'la', 'mi', 'no', 'ra', 'sa', 'ti', 'vo'] as const;
const ENDS = ['da', 'dez', 'ford', 'la', 'lez', 'ling', 'man', 'mes', 'nez', 'ra', 'son', 'ton'] as const;
const FIRST = ['Alex', 'Bo', 'Dana', 'Jo', 'Kim', 'Lee', 'Max', 'Noel', 'Pat', 'Robin', 'Sam', 'Toni'] as const;
const CHARGES = ['Disorderly conduct', 'Larceny from a building', 'Operating after suspension'] as const;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2001, 0, 1);
const DAYS = 9_400;
/** Bookings that are put in at a time. */
const PIECE = 10_000;

/** A made-up name: some come often, most of them seldom, as names do. */
function lastName(draw: Seeded): string {
  const few = draw.whole(3) === 0;
  const [start, middle, end] = few
    ? [STARTS[draw.whole(4)], MIDDLES[draw.whole(3)], ENDS[draw.whole(5)]]
    : [draw.pick(STARTS), draw.pick(MIDDLES), draw.pick(ENDS)];
  const name = `${start ?? ''}${middle ?? ''}${few ? '' : draw.pick(MIDDLES)}${end ?? ''}`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

function bookingOf(draw: Seeded, at: number, count: number) {
  const booked = FIRST_DAY + Math.floor((at / count) * DAYS) * DAY_MS;
  return {
    number: `${day(booked).slice(0, 4)}-${String((at % 60_000) + 1).padStart(5, '0')}`,
    last: lastName(draw),
    first: draw.pick(FIRST),
    dob: day(Date.UTC(1950, 0, 1) + draw.whole(20_000) * DAY_MS),
    booked: `${day(booked)}T${String(draw.whole(24)).padStart(2, '0')}:30:00-05:00`,
    officer: `${draw.pick(FIRST)} ${lastName(draw)}`,
  };
}

const BOOKING = `insert into booking (entry_seq, id, station_id, number, origin, source_system, source_record_id, opened_at,
  opened_by) values (?, ?, (select id from station), ?, 'import', 'filled', ?, ?, (select id from person limit 1))`;
const VERSION = `insert into booking_version (entry_seq, booking_id, version, last_name, first_name, dob,
  booking_datetime, booking_officer_name, saved_at, saved_by)
  values (?, ?, 1, ?, ?, ?, ?, ?, ?, (select id from person limit 1))`;
const CHARGE = `insert into charge (booking_id, version, position, charge_description) values (?, 1, 0, ?)`;

/** Puts in so many bookings, each under an entry of its own with a charge; the log must end with `after`. */
export function fillBookings(connection: Connection, after: number, count: number): void {
  connection.function('app_mark', { varargs: true, deterministic: true }, () => '0'.repeat(64));
  const entry = connection.prepare('insert into ledger_entry (seq, leaf, leaf_hash) values (?, ?, ?)');
  const [booking, version, charge] = [BOOKING, VERSION, CHARGE].map((text) => connection.prepare(text));
  const draw = seeded(7);
  const savedAt = '2026-11-20T17:22:00.00Z';
  const fill = connection.transaction((from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const [seq, id] = [after + 1 + at, randomUUID()];
      const { number, last, first, dob, booked, officer } = bookingOf(draw, at, count);
      const leaf = leafOf(seq, 'A'.repeat(43));
      entry.run(seq, leaf, leafHash(leaf));
      booking?.run(seq, id, number, String(at), savedAt);
      version?.run(seq, id, last, first, dob, booked, officer, savedAt);
      charge?.run(id, draw.pick(CHARGES));
    }
  });
  // Whoever waits for the disk, or for a journal as large as the store, waits for minutes.
  connection.pragma('synchronous = off');
  connection.pragma('cache_size = -200000');
  for (let from = 0; from < count; from += PIECE) fill(from, Math.min(count, from + PIECE));
  connection.pragma('wal_checkpoint(truncate)');
}
