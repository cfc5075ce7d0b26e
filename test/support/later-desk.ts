import { createHash, randomUUID } from 'node:crypto';
import { askedBy } from './earlier-records.ts';
import { reserved, rowsBy, type Filled, type LaterRow } from './later-row.ts';
import { NOBODYS, now } from './store-station.ts';
import { hex } from './store-world.ts';

const REFUSAL = {
  ...{ call: 'booking.save', code: 'status-in-text', category: 'status-statement' },
  ...{ clause: '1(b)', field: 'narrative', length: 12 },
} as const;

/** Forms that were not saved, and what was refused. */
export function ofTheDesk({ officer, openForm, abandoned }: Filled): readonly LaterRow[] {
  const add = rowsBy(officer);
  const refused = { person_id: officer, ...REFUSAL };
  const changed = { person_id: officer, kind: 'passphrase-changed', verifier: NOBODYS };
  const typed = { fields: '{"last_name":"Testperson"}', charges: '[]', kept_at: now(), kept_by: officer };
  return [
    add('person_event', { id: randomUUID(), ...changed }),
    add('draft', { booking_id: openForm, ...typed }),
    add('draft_cut', { booking_id: openForm, boxes: '["narrative"]', at: now() }),
    add('number_abandoned', { booking_id: abandoned, reason: 'Opened by mistake' }),
    add('refusal_log', { id: randomUUID(), ...refused }),
    add('session_event', { id: randomUUID(), person_id: officer, kind: 'signed-in' }),
    add('audit_event', { id: randomUUID(), kind: 'refused', ...refused }),
  ];
}

/** A copy that left, and a file that came. */
export function ofFiles({ clerk, booking, notification: notification_id }: Filled): readonly LaterRow[] {
  const add = rowsBy(clerk);
  const [id, import_id, number] = [randomUUID(), randomUUID(), 'EXP-2026-000001'];
  const counts = { rows: 4, bookings: 3, accepted: 1, updated: 1, duplicates: 0, quarantined: 1, failed: 0 };
  const source = { source_system: 'RMS', source_record_id: 'B-1', admission: now(), row_digest: hex() };
  const kept = { row: 3, headings: '["CTZ"]', categories: '["citizenship"]' };
  return [
    reserved('export', number, { id, by: clerk }),
    add('export', { id, number, notification_id, audience: 'Exampleton District Court', left_out: '[]' }),
    add('import_run', {
      id: import_id,
      file_name: 'jail.csv',
      sha256: hex(),
      profile: 'plain',
      ...counts,
      report: '{}',
    }),
    add('import_source', { booking_id: booking, ...source }),
    add('quarantine', { id: randomUUID(), import_id, ...kept }),
  ];
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A question that the policy answered, its papers, a duty that was met and one that is still to be. */
export function ofMatters({ officer: by, booking, packDigest: pack_digest }: Filled): readonly LaterRow[] {
  const add = rowsBy(by);
  const [matter_id, duty_id, number] = [randomUUID(), randomUUID(), 'M-2026-00001'];
  const [opened, entered] = [
    { opened_at: now(), opened_by: by },
    { entered_at: now(), entered_by: by },
  ];
  const asked = { act: 'ask-status', facts: JSON.stringify(askedBy(by, 'ask-status')) };
  const answered = { ground: '2a', cite: '2(a)', pack_digest, outcome: 'allow', missing: '[]', contradicted: '[]' };
  const detail = '{"of":"the-person","answer":"declined"}';
  const due = { duty: 'jttf', ground: '2c', cite: '2(c)', since: now(), by_time: now(900_000) };
  const met = JSON.stringify({ number: '617-555-0100', reached: 'Duty desk', method: 'phone' });
  const paper = { sha256: hex(), size: 4, media_type: 'application/pdf', nonce: 'A'.repeat(16) };
  const sealed = Buffer.alloc(272, 255);
  const beside = { beside: true } as const;
  return [
    reserved('matter', number, { id: matter_id, by }),
    add('matter', { id: matter_id, number, kind: 'inquiry', booking_id: booking, subject_role: 'arrestee', ...opened }),
    add('matter_decision', { id: randomUUID(), matter_id, event: 'asked', ...asked, ...answered }, beside),
    add('matter_event', { id: randomUUID(), matter_id, kind: 'asked', detail, ...entered }, beside),
    add('duty', { id: duty_id, matter_id, ...due, ...opened }),
    add('duty_event', { id: randomUUID(), duty_id, kind: 'done', detail: met, ...entered }),
    add('duty', { id: randomUUID(), matter_id, ...due, duty: 'finish-facts', ...opened }),
    add('scan', { matter_id, ...paper, sealed: Buffer.alloc(20, 255) }),
    add(
      'sealed_answer',
      { matter_id, nonce: 'n'.repeat(16), sealed },
      { told: () => ({ sealedAnswer: { sha256: digest(sealed) } }) },
    ),
  ];
}
