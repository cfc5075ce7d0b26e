// A mark tells who writes without the station's key. With it a row can be changed and the guards put back: then its
// entry, which nobody can change, still tells what the row said.
import type { Check } from '../../contract/system.ts';
import { chargeFields } from '../../db/booking/columns.ts';
import type { ReadDb } from '../../db/database.ts';
import { listChargesUnder, listRowsBeside, type RowBeside } from '../../db/integrity/told-rows.ts';
import { listTold } from '../../db/ledger/told.ts';
import { isRecord } from '../../policy/gate/shapes.ts';
import { jcs } from './jcs.ts';
import { FAMILIES, type Family } from './told-families.ts';
import { verdict } from './verdict.ts';

/** Records that are read at a time. */
const CHUNK = 500;

/** Disclosures of one entry by name. */
type Told = ReadonlyMap<string, unknown>;

interface Compared {
  readonly count: number;
  /** Entry of the first record that says something else. */
  readonly bad: number | null;
}

function memberOf(value: unknown, member: string): unknown {
  return isRecord(value) ? value[member] : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A stored value as an entry tells it: yes and no rest as 1 and 0, lists and boxes as JSON. */
function asTold(stored: unknown, told: unknown): unknown {
  if (typeof told === 'boolean') return stored === (told ? 1 : 0) ? told : stored;
  return typeof told === 'object' && told !== null && typeof stored === 'string' ? parsed(stored) : stored;
}

function isSame(stored: unknown, told: unknown): boolean {
  const said = told ?? null;
  return jcs(asTold(stored, said) ?? null) === jcs(said);
}

/** When and by whom; an entry that cannot be read is told by itself. */
function wasWritten({ row, at, actor }: RowBeside, family: Family): boolean {
  if (at === null) return true;
  const minute = `${String(row[family.at]).slice(0, 16)}Z`;
  return minute === at && (family.by === null || row[family.by] === actor);
}

/** Whether a record says what its entry tells of it; of one whose disclosures are not there, other checks speak. */
function isAsTold(beside: RowBeside, family: Family, told: Told | undefined): boolean {
  if (!wasWritten(beside, family)) return false;
  if (told === undefined) return true;
  return Object.entries(family.columns).every(([column, [name, ...members]]) =>
    isSame(beside.row[column], members.reduce(memberOf, told.get(name))),
  );
}

const namesOf = (family: Family): readonly string[] => [
  ...new Set(Object.values(family.columns).map(([name]) => name)),
];

async function compare(db: ReadDb, family: Family): Promise<Compared> {
  const columns = [...Object.keys(family.columns), family.at, ...(family.by === null ? [] : [family.by])];
  const place = { table: family.table, columns: [...new Set(columns)] };
  let count = 0;
  for (let after = -1; ;) {
    const page = await listRowsBeside(db, place, { after, limit: CHUNK });
    const last = page.at(-1);
    if (last === undefined) return { count, bad: null };
    const told = await listTold(db, namesOf(family), { from: after, to: last.entry });
    const bad = page.find((beside) => !isAsTold(beside, family, told.get(beside.entry)));
    count += page.length;
    if (bad !== undefined) return { count, bad: bad.entry };
    after = last.entry;
  }
}

/** Charges stand under the version of their booking, which tells all of them at once. */
async function compareCharges(db: ReadDb): Promise<number | null> {
  const place = { table: 'booking_version', columns: ['version'] } as const;
  for (let after = -1; ;) {
    const page = await listRowsBeside(db, place, { after, limit: CHUNK });
    const last = page.at(-1);
    if (last === undefined) return null;
    const span = { from: after + 1, to: last.entry };
    const told = await listTold(db, ['charges'], span);
    const stored = await listChargesUnder(db, span);
    const bad = page.find(({ entry }) => {
      const charges = told.get(entry)?.get('charges');
      return charges !== undefined && jcs((stored.get(entry) ?? []).map(chargeFields)) !== jcs(charges);
    });
    if (bad !== undefined) return bad.entry;
    after = last.entry;
  }
}

/** Each record says what its entry tells: the words, when it was written, by whom. */
export async function checkTold(db: ReadDb): Promise<Check> {
  const wrong: { readonly table: string; readonly at: number }[] = [];
  let count = 0;
  for (const family of FAMILIES) {
    const { count: rows, bad } = await compare(db, family);
    count += rows;
    if (bad !== null) wrong.push({ table: family.table, at: bad });
  }
  const charge = await compareCharges(db);
  if (charge !== null) wrong.push({ table: 'charge', at: charge });
  const [first] = wrong.toSorted((one, other) => one.at - other.at);
  const words = wrong.map(({ table, at }) => `${table} (entry ${String(at)})`).join(', ');
  return verdict(
    'contents',
    `${String(count)} records, each as its entry tells it`,
    first === undefined
      ? null
      : { code: 'record-edited', at: first.at, detail: `records that say something else than their entry: ${words}` },
  );
}
