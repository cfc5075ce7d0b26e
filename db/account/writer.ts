import type { SettingName } from '../../policy/settings.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';
import type { AccountEventTable } from '../schema/account-event.ts';

export async function insertAccountEvent(
  tx: WriteTx,
  event: { readonly id: string; readonly personId: string; readonly kind: AccountEventTable['kind'] },
  meta: RecordMeta,
): Promise<void> {
  const { id, personId, kind } = event;
  await insertRow(tx, 'account_event', {
    entry_seq: meta.entrySeq,
    id,
    person_id: personId,
    kind,
    at: meta.at,
    by: meta.by,
  });
}

export async function insertSetting(
  tx: WriteTx,
  setting: { readonly name: SettingName; readonly value: string },
  meta: RecordMeta,
): Promise<void> {
  const { name, value } = setting;
  await insertRow(tx, 'station_setting', { entry_seq: meta.entrySeq, name, value, at: meta.at, by: meta.by });
}
