// What a station has on record besides its bookings after ten years, put in past the marks and guards, for what asks how
// long something takes.
import type { connect } from '../../db/open.ts';
import { EntryFiller, fillAlone, RowFiller } from './filled-entries.ts';
import { auditOf, beginYears, handoversOf, noticesOf, type Happening } from './filled-happenings.ts';
import { dutiesOf, requestsOf } from './filled-matters.ts';
import { withoutGuards } from './store-meddle.ts';

type Connection = ReturnType<typeof connect>;

/** How many of each. */
export interface Years {
  readonly audit: number;
  readonly duties: number;
  readonly requests: number;
  readonly notices: number;
  readonly handovers: number;
}
export const TEN_YEARS: Years = { audit: 100_000, duties: 20_000, requests: 4_000, notices: 4_000, handovers: 10_000 };

function happenings(connection: Connection, years: Years, until: Date): readonly Happening[] {
  const texts = (text: string): string[] => connection.prepare(text).pluck().all().map(String);
  const [person = '', ...people] = texts('select id from person order by entry_seq');
  const [booking = '', ...bookings] = texts(
    "select id from booking where origin = 'desk' order by entry_seq limit 20000",
  );
  const [packDigest = ''] = texts('select digest from policy_pack');
  const made = beginYears({ people: [person, ...people], bookings: [booking, ...bookings], packDigest }, until);
  const requests = requestsOf(made, years.requests);
  return [
    ...auditOf(made, years.audit),
    ...requests.all,
    ...dutiesOf(made, requests.ids, years.duties),
    ...noticesOf(made, years.notices),
    ...handoversOf(made, years.handovers),
  ].toSorted((one, other) => one.at - other.at);
}

function writeAll(connection: Connection, all: readonly Happening[]): void {
  const rows = new RowFiller(connection);
  const entries = new EntryFiller(connection, rows);
  for (const { at, by, type, table, row, beside } of all) {
    const moment = `${new Date(at).toISOString().slice(0, 22)}Z`;
    const entry_seq = entries.append({ type, actor: by, at: moment });
    rows.insert(table, { entry_seq, ...row(moment) });
    if (beside !== undefined) rows.insert(beside.table, beside.row);
  }
  entries.end();
}

/** Puts in what happened in the ten years until `until`, in the order of time. Nobody else may have the store open. */
export function fillYears(connection: Connection, years: Years, until: Date): void {
  const all = happenings(connection, years, until);
  fillAlone(connection, () => {
    withoutGuards(connection, [], () => writeAll(connection, all));
  });
}
