// Looks into the records of a station with the key of somebody's slot, beside the station or after it.
import { connect } from '../../db/open.ts';
import { openSlot } from '../../services/keys/keyring.ts';
import { keyringPath, recordsPath } from '../../services/keys/station-files.ts';
import type { StationKey } from '../../services/keys/station-key.ts';
import { PASSPHRASE } from './station.ts';

/** Tables that a refusal itself may add to; nodes follow from the entries. */
const LOGS = ['audit_event', 'refusal_log', 'session_event', 'ledger_node'];
/** Grow with each entry of the audit. */
const LEDGER = ['ledger_entry', 'disclosure'];

export interface Inside {
  /** Rows of each table, those of the audit and its entries aside. */
  counts(): Readonly<Record<string, number>>;
  /** Every value of every column of every table, as text; ledger leaves and disclosures decoded as well. */
  texts(): string;
  /** Refusals of the audit as they stand. */
  refusals(): readonly unknown[];
  close(): void;
}

export async function keyOf(
  folder: string,
  who: { readonly name: string; readonly passphrase: string } = { name: 'chief', passphrase: PASSPHRASE },
): Promise<StationKey> {
  const slot = await openSlot(keyringPath(folder), who.name, who.passphrase);
  if (slot.kind !== 'opened') throw new Error(`the slot of a test is ${slot.kind}`);
  return slot.key;
}

/** What a value says, however it is kept. */
function spoken(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('utf8');
  const text = String(value);
  return /^[\w-]{40,}$/.test(text) ? `${text} ${Buffer.from(text, 'base64url').toString('utf8')}` : text;
}

export async function lookInside(
  folder: string,
  who?: { readonly name: string; readonly passphrase: string },
): Promise<Inside> {
  const key = await keyOf(folder, who);
  const store = connect({ file: recordsPath(folder), keys: { database: key.database, mark: key.mark } }, 'read');
  const tables = store
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite!_%' escape '!' order by 1")
    .pluck()
    .all()
    .map(String);
  const rowsOf = (table: string): readonly unknown[] => store.prepare(`select * from "${table}"`).raw().all();
  return {
    counts: () => {
      const audited = rowsOf('audit_event').length;
      const counted = (table: string): number => rowsOf(table).length - (LEDGER.includes(table) ? audited : 0);
      return Object.fromEntries(
        tables.filter((table) => !LOGS.includes(table)).map((table) => [table, counted(table)] as const),
      );
    },
    texts: () => tables.flatMap(rowsOf).flat().map(spoken).join('\n'),
    refusals: () => store.prepare("select * from audit_event where kind = 'refused'").all(),
    close: () => {
      store.close();
    },
  };
}
