// How rows of somebody's records can go. Frozen like the migrations that use it: a change needs a new file.

/** Numbers of the entries whose records go by the newest entry; none unless an order is carried out under it. */
const GOING = `(select value from json_each((select app_told(d.text) from expunge x
    join disclosure d on d.seq = x.entry_seq and d.name = 'gone' where x.entry_seq = (select max(seq) from ledger_entry))))`;

/**
 * The `no_delete` of a table of somebody's records: its rows go only while an order of a court is carried out under the
 * newest entry, and only those that this entry commits to. @param entry where a row says under which entry it stands
 */
export function goesByOrder(table: string, entry = 'old.entry_seq'): string {
  return `create trigger ${table}_no_delete before delete on ${table} begin
  select raise(abort, '${table}: rows never go') where (${entry} in ${GOING}) is not true;
end`;
}

/** The entry of a charge is that of its version. */
export const ENTRY_OF_CHARGE = `(select v.entry_seq from booking_version v
    where v.booking_id = old.booking_id and v.version = old.version)`;
