// A store with very many bookings of people made up, put in past the marks, for what asks how long something takes.
import { randomUUID } from 'node:crypto';
import type { connect } from '../../db/open.ts';
import { EntryFiller, fillAlone, RowFiller } from './filled-entries.ts';
import { seeded, type Seeded } from './seeded.ts';
import { withoutGuards } from './store-meddle.ts';

type Connection = ReturnType<typeof connect>;

const STARTS = ['al', 'bar', 'cor', 'dan', 'el', 'fer', 'gar', 'her', 'is', 'jo', 'kar', 'lo', 'mar', 'nor'] as const;
const MIDDLES = ['a', 'be', 'de', 'ga', 'ki', 'la', 'mi', 'no', 'ra', 'sa', 'ti', 'vo'] as const;
const ENDS = ['da', 'dez', 'ford', 'la', 'lez', 'ling', 'man', 'mes', 'nez', 'ra', 'son', 'ton'] as const;
const FIRST = ['Alex', 'Bo', 'Dana', 'Jo', 'Kim', 'Lee', 'Max', 'Noel', 'Pat', 'Robin', 'Sam', 'Toni'] as const;
const CHARGES = ['Disorderly conduct', 'Larceny from a building', 'Operating after suspension'] as const;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2001, 0, 1);
const DAYS = 9_400;

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

const SAVED_AT = '2026-11-20T17:22:00.00Z';
/** So many of the newest are still in custody. */
const IN_CUSTODY = 12;

/** What the search finds bookings by, as the trigger of a version says it. */
const WORDS = `insert into booking_words (rowid, words) select b.entry_seq, app_words(b.number, v.dob, v.booking_datetime,
    v.last_name, v.first_name, v.middle_name, v.aliases, v.booking_officer_name, v.booking_officer_badge,
    v.arresting_officer_name, v.arresting_officer_badge)
  from booking b join booking_version v on v.booking_id = b.id where b.entry_seq > ?`;

/** Writes entries and bookings at the end of a log. */
class BookingFiller {
  readonly entries: EntryFiller;
  readonly #rows: RowFiller;
  readonly #by: { readonly station_id: string; readonly somebody: string };
  readonly #years = new Map<number, number>();

  constructor(connection: Connection) {
    this.#rows = new RowFiller(connection);
    this.entries = new EntryFiller(connection, this.#rows);
    const one = (text: string): string => String(connection.prepare(text).pluck().get());
    this.#by = { station_id: one('select id from station'), somebody: one('select id from person limit 1') };
  }

  #append(type: string): number {
    return this.entries.append({ type, actor: this.#by.somebody, at: SAVED_AT });
  }

  #reserve(id: string, year: number): string {
    const seq = (this.#years.get(year) ?? 0) + 1;
    this.#years.set(year, seq);
    const number = `${String(year)}-${String(seq).padStart(5, '0')}`;
    const reserved = { reserved_at: SAVED_AT, reserved_by: this.#by.somebody };
    this.#rows.insert('number_reservation', { kind: 'booking', year, seq, number, record_id: id, ...reserved });
    return number;
  }

  /** @param source id in another system; null where it was booked at the desk */
  book(one: Booked, source: string | null, charge_description: string): string {
    const { station_id, somebody } = this.#by;
    const [booking_id, imported] = [randomUUID(), source !== null];
    const entry_seq = this.#append(imported ? 'booking.imported' : 'booking.saved');
    const number = imported ? one.number : this.#reserve(booking_id, one.year);
    const origin = imported ? 'import' : 'desk';
    const from = { origin, source_system: imported ? 'filled' : null, source_record_id: source };
    const opened = { opened_at: SAVED_AT, opened_by: somebody };
    this.#rows.insert('booking', { entry_seq, id: booking_id, station_id, number, ...from, ...opened });
    const fields = { last_name: one.last, first_name: one.first, dob: one.dob, booking_datetime: one.booked };
    const saved = { booking_officer_name: one.officer, saved_at: SAVED_AT, saved_by: somebody };
    this.#rows.insert('booking_version', { entry_seq, booking_id, version: 1, ...fields, ...saved });
    this.#rows.insert('charge', { booking_id, version: 1, position: 0, charge_description });
    return booking_id;
  }

  release(booking_id: string, at: string): void {
    const entered = { entered_at: SAVED_AT, entered_by: this.#by.somebody };
    const entry_seq = this.#append('booking.released');
    this.#rows.insert('booking_event', { entry_seq, id: randomUUID(), booking_id, kind: 'released', at, ...entered });
  }

  keep(booking_id: string): void {
    this.#rows.insert('unreleased', { booking_id });
  }
}

function fillAll(connection: Connection, count: number): void {
  const write = new BookingFiller(connection);
  const draw = seeded(7);
  for (let at = 0; at < count; at += 1) {
    const one = bookingOf(draw, at, count);
    const imported = at < count / 2;
    const id = write.book(one, imported ? String(at) : null, draw.pick(CHARGES));
    if (imported) continue;
    if (at < count - IN_CUSTODY) write.release(id, one.booked.replace(':30:', ':50:'));
    else write.keep(id);
  }
  write.entries.end();
}

/**
 * Puts in so many bookings, each under an entry of its own with a charge: the first half came out of a records system,
 * the others were booked at the desk, and all but the last few released. Nobody else may have the store open.
 */
export function fillBookings(connection: Connection, count: number): void {
  fillAlone(connection, () => {
    const last = Number(connection.prepare('select max(seq) from ledger_entry').pluck().get());
    withoutGuards(connection, [], () => fillAll(connection, count));
    connection.prepare(WORDS).run(last);
  });
}
