import { findBooking } from '../../db/booking/reader.ts';
import { listBookings } from '../../db/booking/list.ts';
import type { ReadDb } from '../../db/database.ts';
import { chargeText } from '../../policy/offenses/charge-text.ts';
import { findOffense } from '../../policy/offenses/catalogue.ts';
import { dailyLog, type LoggedArrest, type LogLine } from '../../policy/public-log/daily-log.ts';
import { APART_WORDS } from '../../policy/public-log/rules.ts';
import { ageOn } from '../../policy/age.ts';
import { stationDate } from '../clock.ts';
import { momentWords } from '../export/pdf/value-words.ts';
import { daysOf, facts, inSpan, text, type ReleaseDocument, type ReleaseSpan } from './document.ts';

type Booking = NonNullable<Awaited<ReturnType<typeof findBooking>>>;

const MOST = 100_000;

function arrestOf({ fields, charges, number, openedAt }: Booking): LoggedArrest {
  const told = (...names: readonly (keyof typeof fields)[]): readonly string[] =>
    names.flatMap((name) => (typeof fields[name] === 'string' ? [fields[name]] : []));
  const at = told('arrest_datetime', 'booking_datetime')[0] ?? openedAt;
  return {
    number,
    at,
    name: [told('last_name').join(''), told('first_name', 'middle_name', 'name_suffix').join(' ')].join(', '),
    address: told('address_street', 'address_city', 'address_state').join(', '),
    charges: charges.map((charge) => chargeText(charge)),
    place: told('arrest_location').join(''),
    offenses: charges.map(({ offense }) => (offense === undefined || !findOffense(offense) ? null : offense)),
    age: ageOn(told('dob').join(''), stationDate(new Date(at))) ?? null,
  };
}

/** Arrests of a span; sealed ones are not among them. */
async function arrestsIn(db: ReadDb, span: ReleaseSpan): Promise<readonly LoggedArrest[]> {
  const found: LoggedArrest[] = [];
  for (const { bookingId } of await listBookings(db, { limit: MOST })) {
    const booking = await findBooking(db, bookingId);
    const arrest = booking === undefined ? undefined : arrestOf(booking);
    if (arrest !== undefined && inSpan(span, stationDate(new Date(arrest.at)))) found.push(arrest);
  }
  return found;
}

/** Booking numbers of every arrest of a span. */
export async function numbersIn(db: ReadDb, span: ReleaseSpan): Promise<ReadonlySet<string>> {
  return new Set((await arrestsIn(db, span)).map(({ number }) => number));
}

const shownOf = (line: LogLine): readonly (readonly [string, string])[] => [
  ['Arrested', momentWords(new Date(line.at))],
  ['Name', line.name],
  ['Address', line.address === '' ? 'not told' : line.address],
  ['Charges', line.charges.join('\n')],
  ['Where', line.place === '' ? 'not told' : line.place],
];
const COLUMNS = ['number', 'arrested', 'name', 'address', 'charges', 'where'] as const;
const row = (line: LogLine): readonly string[] => [
  ...[line.number, line.at, line.name, line.address, line.charges.join('; '), line.place],
];

const NOTHING = 'There was none on these days.';

/** The public part, and how many arrests are not in it. */
export interface CountedLog {
  readonly log: ReleaseDocument;
  readonly apart: number;
}

/** The part that anybody may read (G.L. c.41 s.98F): in the order of time, without an index of names (M24). */
export async function countedLog(db: ReadDb, span: ReleaseSpan, byHand: readonly string[]): Promise<CountedLog> {
  const { shown, apart } = dailyLog(await arrestsIn(db, span), byHand);
  const sections = shown.map((line) => facts(line.number, shownOf(line)));
  const log = {
    name: `daily-log-${span.from}-to-${span.to}`,
    title: 'Daily log',
    sections: sections.length > 0 ? sections : [text('Arrests', NOTHING)],
    columns: COLUMNS,
    lines: shown.map(row),
    json: { ...daysOf(span), arrests: shown },
    more: [],
  };
  return { log, apart: apart.length };
}

export async function publicLog(db: ReadDb, span: ReleaseSpan, byHand: readonly string[]): Promise<ReleaseDocument> {
  const { log } = await countedLog(db, span, byHand);
  return log;
}

/** The separate part, which is not public, with the reason of each line. */
export async function apartLog(db: ReadDb, span: ReleaseSpan, byHand: readonly string[]): Promise<ReleaseDocument> {
  const { apart } = dailyLog(await arrestsIn(db, span), byHand);
  const reasons = (why: (typeof apart)[number]['why']): string => why.map((one) => APART_WORDS[one]).join('\n');
  const sections = apart.map(({ line, why }) => facts(line.number, [...shownOf(line), ['Kept apart', reasons(why)]]));
  return {
    name: `daily-log-NOT-PUBLIC-${span.from}-to-${span.to}`,
    title: 'Daily log: the part that is not public',
    sections: sections.length > 0 ? sections : [text('Arrests', NOTHING)],
    columns: [...COLUMNS, 'kept apart'],
    lines: apart.map(({ line, why }) => [...row(line), why.join('; ')]),
    json: { ...daysOf(span), arrests: apart },
    more: [],
  };
}
