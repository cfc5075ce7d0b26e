import { randomUUID } from 'node:crypto';
import type { Row } from './store-attack.ts';
import { now } from './store-station.ts';
import { hex, type World } from './store-world.ts';

/** Rows that the database takes; an attack changes one thing of one of them. */
export function goodRows(world: World) {
  const { station, spare } = world;
  const by = station.officer.id;
  const facts = JSON.stringify({ subject: { role: 'arrestee' }, facts: { offense: 'abdw' } });
  const common = { entry_seq: spare, booking_id: world.booking, ground: '2a', facts, pack_digest: station.packDigest };
  return {
    status_record: {
      entry_seq: world.sealed.seq,
      id: randomUUID(),
      booking_id: world.booking,
      determination_id: world.standing,
      value: 'told',
      disclosure: world.sealed.text,
      entered_at: now(),
      entered_by: by,
    },
    decision: { ...common, id: randomUUID(), act: 'record-status', outcome: 'allow', at: now(), by },
    determination: {
      ...common,
      id: randomUUID(),
      cite: '2(a)',
      opens: '["record-status"]',
      decided_by: by,
      cosigned_by: null,
      decided_at: now(),
      expires_at: now(3_600_000),
    },
    notification: {
      entry_seq: spare,
      id: world.notice.id,
      number: world.notice.number,
      booking_id: world.booking,
      determination_id: world.standing,
      outcome: 'notified',
      direction: 'out',
      contacted_at: now(),
      agency: 'ICE',
      channel: 'phone',
      purpose: 'Told them of the arrest.',
      released: '["name"]',
      criminal_history: 0,
      decided_by: by,
      entered_at: now(),
    },
    booking_version: {
      entry_seq: spare,
      booking_id: world.openForm,
      version: 1,
      last_name: 'Testperson',
      narrative: 'Calm during transport.',
      saved_at: now(),
      saved_by: by,
    },
    charge: { booking_id: world.openForm, version: 1, position: 0, charge_description: 'Disorderly conduct' },
    booking_event: {
      entry_seq: spare,
      id: randomUUID(),
      booking_id: world.booking,
      kind: 'released',
      at: now(),
      detail: 'To the district court',
      entered_at: now(),
      entered_by: by,
    },
    draft: {
      booking_id: world.openForm,
      fields: '{"last_name":"Testperson"}',
      charges: '[{"charge_description":"Disorderly conduct"}]',
      kept_at: now(),
      kept_by: by,
    },
    quarantine: {
      id: randomUUID(),
      entry_seq: spare,
      import_id: 'run',
      row: 3,
      headings: '["CTZ"]',
      categories: '["citizenship"]',
    },
    refusal_log: {
      id: randomUUID(),
      at: now(),
      person_id: by,
      call: 'booking.save',
      code: 'status-in-text',
      category: 'status-statement',
      clause: '1(b)',
      field: 'narrative',
      length: 12,
    },
    import_source: {
      source_system: 'RMS',
      source_record_id: 'B-1',
      admission: now(),
      entry_seq: spare,
      booking_id: world.booking,
      row_digest: hex(),
    },
  } satisfies Record<string, Row>;
}
