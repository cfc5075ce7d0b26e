import type { Person } from '../../policy/people.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';

export async function insertPerson(
  tx: WriteTx,
  added: { readonly person: Person; readonly verifier: string },
  meta: RecordMeta,
): Promise<void> {
  const { person, verifier } = added;
  await insertRow(tx, 'person', {
    entry_seq: meta.entrySeq,
    id: person.id,
    name: person.name,
    display_name: person.displayName,
    badge: person.badge,
    role: person.role,
    verifier,
    created_at: meta.at,
    created_by: meta.by,
  });
}

export type PersonEvent = { readonly id: string; readonly personId: string } & (
  { readonly kind: 'deactivated' } | { readonly kind: 'passphrase-changed'; readonly verifier: string }
);

export async function insertPersonEvent(tx: WriteTx, event: PersonEvent, meta: RecordMeta): Promise<void> {
  await insertRow(tx, 'person_event', {
    entry_seq: meta.entrySeq,
    id: event.id,
    person_id: event.personId,
    kind: event.kind,
    verifier: event.kind === 'passphrase-changed' ? event.verifier : null,
    at: meta.at,
    by: meta.by,
  });
}
