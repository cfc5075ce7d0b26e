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
    year: Number(day(booked).slice(0, 4)),
    last: lastName(draw),
    first: draw.pick(FIRST),
    dob: day(Date.UTC(1950, 0, 1) + draw.whole(20_000) * DAY_MS),
    booked: `${day(booked)}T${String(draw.whole(24)).padStart(2, '0')}:30:00-05:00`,
    officer: `${draw.pick(FIRST)} ${lastName(draw)}`,
  };
}

type Booked = ReturnType<typeof bookingOf>;

const SOMEBODY = '(select id from person limit 1)';
const SAVED_AT = '2026-11-20T17:22:00.00Z';
const ENTRY = 'insert into ledger_entry (seq, leaf, leaf_hash) values (?, ?, ?)';
const RESERVED = `insert into number_reservation (kind, year, seq, number, record_id, reserved_at, reserved_by)
  values ('booking', ?, ?, ?, ?, '${SAVED_AT}', ${SOMEBODY})`;
const BOOKING = `insert into booking (entry_seq, id, station_id, number, origin, source_system, source_record_id, opened_at,
  opened_by) values (?, ?, (select id from station), ?, ?, ?, ?, '${SAVED_AT}', ${SOMEBODY})`;
const VERSION = `insert into booking_version (entry_seq, booking_id, version, last_name, first_name, dob,
  booking_datetime, booking_officer_name, saved_at, saved_by) values (?, ?, 1, ?, ?, ?, ?, ?, '${SAVED_AT}', ${SOMEBODY})`;
const CHARGE = `insert into charge (booking_id, version, position, charge_description) values (?, 1, 0, ?)`;
const RELEASED = `insert into booking_event (entry_seq, id, booking_id, kind, at, entered_at, entered_by)
  values (?, ?, ?, 'released', ?, '${SAVED_AT}', ${SOMEBODY})`;

/** Writes entries and bookings at the end of a log. */
function writerTo(connection: Connection, after: number) {
  const [entry, reserved, booking, version, charge, released] = [
    ...[ENTRY, RESERVED, BOOKING, VERSION, CHARGE, RELEASED].map((text) => connection.prepare(text)),
  ];
  let last = after;
  const years = new Map<number, number>();
  function append(): number {
    last += 1;
    const leaf = leafOf(last, 'A'.repeat(43));
    entry?.run(last, leaf, leafHash(leaf));
    return last;
  }
  function numberFor(id: string, year: number): string {
    const next = (years.get(year) ?? 0) + 1;
    years.set(year, next);
    const number = `${String(year)}-${String(next).padStart(5, '0')}`;
    reserved?.run(year, next, number, id);
    return number;
  }
  function book(one: Booked, from: { readonly source: string | null; readonly charge: string }): string {
    const [seq, id] = [append(), randomUUID()];
    const imported = from.source !== null;
    const number = imported ? one.number : numberFor(id, one.year);
    booking?.run(seq, id, number, imported ? 'import' : 'desk', imported ? 'filled' : null, from.source);
    version?.run(seq, id, one.last, one.first, one.dob, one.booked, one.officer);
    charge?.run(id, from.charge);
    return id;
  }
  return { book, release: (id: string, at: string) => released?.run(append(), randomUUID(), id, at) };
}

/** So many of the newest are still in custody. */
const IN_CUSTODY = 12;

/**
 * Puts in so many bookings, each under an entry of its own with a charge: the first half came out of a records system,
 * the others were booked at the desk, and all but the last few released. The log must end with `after`.
 */
export function fillBookings(connection: Connection, after: number, count: number): void {
  connection.function('app_mark', { varargs: true, deterministic: true }, () => '0'.repeat(64));
  const write = writerTo(connection, after);
  const draw = seeded(7);
  const fill = connection.transaction((from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const one = bookingOf(draw, at, count);
      const imported = at < count / 2;
      const id = write.book(one, { source: imported ? String(at) : null, charge: draw.pick(CHARGES) });
      if (!imported && at < count - IN_CUSTODY) write.release(id, one.booked.replace(':30:', ':50:'));
    }
  });
  // Whoever waits for the disk, or for a journal as large as the store, waits for minutes.
  connection.pragma('synchronous = off');
  connection.pragma('cache_size = -200000');
  for (let from = 0; from < count; from += PIECE) fill(from, Math.min(count, from + PIECE));
  connection.pragma('wal_checkpoint(truncate)');
}
