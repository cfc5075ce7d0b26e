import type { ContactCard } from '../../policy/contacts.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';

export interface NewContactVersion {
  readonly contactId: string;
  readonly version: number;
  readonly checked: { readonly at: string; readonly by: string } | null;
  readonly retired: boolean;
}

/** The next version of a card. The database refuses a gap, a card that was taken off, and whoever may not change it. */
export async function insertContactVersion(
  tx: WriteTx,
  card: Cleared<ContactCard>,
  next: NewContactVersion & RecordMeta,
): Promise<void> {
  await insertRow(tx, 'contact', {
    entry_seq: next.entrySeq,
    contact_id: next.contactId,
    version: next.version,
    kind: card.kind,
    name: card.name,
    agency: card.agency,
    number: card.number,
    second: card.second,
    notes: card.notes,
    checked_at: next.checked?.at ?? null,
    checked_by: next.checked?.by ?? null,
    retired: next.retired ? 1 : 0,
    at: next.at,
    by: next.by,
  });
}
