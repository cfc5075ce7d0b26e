import type { AskedWord, Term } from '../../policy/find/asked.ts';
import type { ReadDb } from '../database.ts';
import { readRows, statement } from '../statement.ts';
import { listLinesOf, type BookingLine } from './list.ts';

/** Ids of bookings that have these words, the newest first; none on which a seal holds. */
const having = statement(`select b.id from booking_words w cross join booking b on b.entry_seq = w.rowid
  where w.booking_words match ? and not exists (select 1 from sealing s where s.booking_id = b.id
    and not exists (select 1 from sealing_event l where l.sealing_id = s.id and l.kind = 'lifted'))
  order by w.rowid desc limit ?`);

/** Letters and figures only, so that nothing in it can be read as a query. */
const termText = ({ word, whole }: Term): string => `"${word.replace(/[^\p{L}\p{N}]/gu, '')}"${whole ? '' : '*'}`;

function wordText(terms: readonly Term[]): string {
  return `(${terms.map(termText).join(' OR ')})`;
}

async function findIds(db: ReadDb, words: readonly (readonly Term[])[], limit: number): Promise<readonly string[]> {
  const rows = await readRows<{ readonly id: string }>(db, having([words.map(wordText).join(' AND '), limit]));
  return rows.map(({ id }) => id);
}

/**
 * Bookings that have each of these words, or begin with them: those of the person, the number or the date first, then
 * those where a word is an officer's name; the newest first.
 */
export async function findBookings(
  db: ReadDb,
  asked: { readonly words: readonly AskedWord[]; readonly limit: number },
): Promise<readonly BookingLine[]> {
  const { words, limit } = asked;
  if (words.length === 0) return [];
  const own = words.map(({ of }) => of);
  const ids = await findIds(db, own, limit);
  const wide = words.map(({ of, officer }) => (officer === null ? of : [...of, officer]));
  const more = ids.length < limit ? await findIds(db, wide, limit) : [];
  return listLinesOf(db, [...new Set([...ids, ...more])].slice(0, limit));
}
