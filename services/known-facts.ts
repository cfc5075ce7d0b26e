import type { Booking } from '../contract/booking.ts';
import { findOffense } from '../policy/offenses/catalogue.ts';
import type { Pack } from '../policy/packs/pack.ts';
import type { StationIdentity } from '../db/station/reader.ts';

export interface KnownFact {
  readonly fact: string;
  readonly value: unknown;
  /** Where it was read, in words. */
  readonly source: string;
}

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The pack's code where the booking names this department, otherwise the agency as written. */
function agencyOf(written: string, station: StationIdentity, pack: Pack): string {
  const own = [station.name, station.agencyCode, pack.agency.code, pack.agency.name].map(letters);
  return own.includes(letters(written)) ? pack.agency.code : written;
}

/** The charge that opens most: one the policy names, then a violent felony, then the first with a catalogue entry. */
function leadingOffense(booking: Booking): string | undefined {
  const offenses = booking.charges.flatMap((charge) => {
    const found = charge.offense === undefined ? undefined : findOffense(charge.offense);
    return found === undefined ? [] : [found];
  });
  const named = offenses.find((offense) => offense.grounds.includes('2a'));
  const violent = offenses.find((offense) => offense.level === 'felony' && offense.violent);
  return (named ?? violent ?? offenses[0])?.id;
}

/** What the booking already says about the facts of a ground; nobody types these again. */
export function knownFacts(booking: Booking, station: StationIdentity, pack: Pack): readonly KnownFact[] {
  const source = `Booking ${booking.number}`;
  const { arresting_agency: agency, arrest_datetime: arrestedAt } = booking.fields;
  const offense = leadingOffense(booking);
  return [
    ...(typeof agency === 'string' && agency !== ''
      ? [{ fact: 'arrestingAgency', value: agencyOf(agency, station, pack), source }]
      : []),
    ...(typeof arrestedAt === 'string' ? [{ fact: 'arrestedAt', value: arrestedAt, source }] : []),
    ...(offense === undefined ? [] : [{ fact: 'offense', value: offense, source: `${source}, charges` }]),
  ];
}
