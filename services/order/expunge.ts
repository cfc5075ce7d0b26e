// What an order destroys, and what stays in its place: an entry that tells nothing, counts of nobody, whom to tell.
import type { WriteTx } from '../../db/database.ts';
import type { Holdings, Subject } from '../../db/order/holdings.ts';
import { listAudiences, type Audience } from '../../db/order/recall.ts';
import { deleteHoldings, insertExpunge, insertRecall } from '../../db/order/writer.ts';
import type { KeptCount } from '../../policy/report/report.ts';
import { stamp } from '../clock.ts';
import { coverBy, type RecordMeta, type Scribe } from '../record.ts';
import { countsOfRecords, readRecordsOf } from '../report-sources.ts';

/** What an entry commits to; every one of them has the same three parts, so that none tells by their number what it is. */
export interface Told {
  readonly order: object;
  readonly gone?: readonly number[];
  readonly kept?: readonly KeptCount[];
}

/** The entry of anything that is done about an order, by whoever did it. */
export function coverOrderBy(tx: WriteTx, scribe: Scribe, { order, gone = [], kept = [] }: Told): Promise<RecordMeta> {
  return coverBy(tx, scribe, { type: 'records.kept', disclosures: { order, gone, kept } });
}

async function recall(tx: WriteTx, scribe: Scribe, audience: Audience): Promise<void> {
  const { reached: reachedAt, number, leftAt } = audience;
  const meta = await coverOrderBy(tx, scribe, { order: { audience: audience.audience, reachedAt, number, leftAt } });
  await insertRecall(tx, { ...audience, id: scribe.sources.ids.uuid() }, meta);
}

type Fields = Readonly<Record<string, unknown>>;

/** Names of the person stay in no count: a part that holds one becomes `other`. */
function nameless(counts: readonly KeptCount[], { last_name: last, first_name: first }: Fields): readonly KeptCount[] {
  const names = [last, first].flatMap((name) => (typeof name === 'string' && name !== '' ? [name.toLowerCase()] : []));
  const isNamed = (part: string): boolean =>
    names.some((name) =>
      part
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .includes(name),
    );
  return counts.map((count) => ({ ...count, parts: count.parts.map((part) => (isNamed(part) ? 'other' : part)) }));
}

export interface Expunging {
  readonly order: object;
  readonly subject: Subject;
  readonly holdings: Holdings;
  /** Of the booking, for the person's names. */
  readonly fields: Fields;
  readonly cosignedBy: string;
}

/** Destroys somebody's records; the scribe is the chief. Answers how many have to be told. */
export async function expunge(tx: WriteTx, scribe: Scribe, expunging: Expunging): Promise<number> {
  const { order, subject, holdings, fields, cosignedBy } = expunging;
  const now = stamp(scribe.sources.clock.now());
  const records = await readRecordsOf(tx, { ...holdings, bookingId: subject.bookingId });
  const audiences = await listAudiences(tx, holdings);
  for (const audience of audiences) await recall(tx, scribe, audience);
  const kept = nameless(countsOfRecords(records, now), fields);
  const meta = await coverOrderBy(tx, scribe, { order, gone: holdings.entries, kept });
  await insertExpunge(tx, meta, cosignedBy);
  await deleteHoldings(tx, subject, holdings);
  return audiences.length;
}
