// Whose duty it is. The clock of 2(c) begins with the facts, often before anybody is named or booked: its record is then
// the first one that was decided on the same moment.
import { sql, type RawBuilder } from 'kysely';
import { notSealed } from '../order/sealed.ts';

/** A clock of 2(c) that began with no record of its own. */
export const BEGAN_ALONE = sql<boolean>`(d.duty = 'jttf' and d.matter_id is null and d.booking_id is null)`;

/** The request that a decision rests on tells the moment from which the duty counts. */
const ofItsMoment = (facts: string): RawBuilder<boolean> => {
  // As the indexes of both tables of decisions say it, letter for letter.
  const told = sql`julianday(json_extract(${sql.ref(facts)}, '$.facts.factsKnownAt'))`;
  return sql<boolean>`${told} > julianday(d.since) - 0.00001 and ${told} < julianday(d.since) + 0.00001`;
};

/** A matter that names somebody before one that does not. */
export const MATTER = sql<string | null>`coalesce(d.matter_id, case when ${BEGAN_ALONE} then (
    select m.id from matter_decision x join matter_now m on m.id = x.matter_id
    where ${ofItsMoment('x.facts')} and ${notSealed('m.booking_id')}
    order by m.subject_last is null, x.entry_seq limit 1) end)`;

export const BOOKING = sql<string | null>`coalesce(d.booking_id, case when ${BEGAN_ALONE} then (
    select x.booking_id from decision x where ${ofItsMoment('x.facts')} and ${notSealed('x.booking_id')}
    order by x.entry_seq limit 1) end)`;
