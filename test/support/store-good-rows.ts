import { randomUUID } from 'node:crypto';
import type { Row } from './store-attack.ts';
import { now } from './store-station.ts';
import { hex, type World } from './store-world.ts';

function grounds(world: World) {
  const by = world.station.officer.id;
  const facts = JSON.stringify({ subject: { role: 'arrestee' }, facts: { offense: 'abdw' } });
  const { packDigest } = world.station;
  const common = { entry_seq: world.spare, booking_id: world.booking, ground: '2a', facts, pack_digest: packDigest };
  return {
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
  } satisfies Record<string, Row>;
}

function bookings(world: World) {
  const by = world.station.officer.id;
  return {
    booking_version: {
      entry_seq: world.spare,
      booking_id: world.openForm,
      version: 1,
      last_name: 'Testperson',
      narrative: 'Calm during transport.',
      saved_at: now(),
      saved_by: by,
    },
    charge: { booking_id: world.openForm, version: 1, position: 0, charge_description: 'Disorderly conduct' },
    booking_event: {
      entry_seq: world.spare,
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
  } satisfies Record<string, Row>;
}

function notices(world: World) {
  const { id, number } = world.notice;
  return {
    notification: {
      entry_seq: world.spare,
      id,
      number,
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
      decided_by: world.station.officer.id,
      entered_at: now(),
    },
  } satisfies Record<string, Row>;
}

/** What is kept of a refusal, under an entry and beside the ledger. */
function refused(world: World) {
  const refusal = {
    id: randomUUID(),
    at: now(),
    person_id: world.station.officer.id,
    call: 'booking.save',
    code: 'status-in-text',
    category: 'status-statement',
    clause: '1(b)',
    field: 'narrative',
    length: 12,
  };
  return {
    audit_event: { entry_seq: world.spare, kind: 'refused', ...refusal },
    refusal_log: refusal,
  } satisfies Record<string, Row>;
}

function refusals(world: World) {
  return {
    quarantine: {
      id: randomUUID(),
      entry_seq: world.spare,
      import_id: randomUUID(),
      row: 3,
      headings: '["CTZ"]',
      categories: '["citizenship"]',
    },
    import_source: {
      source_system: 'RMS',
      source_record_id: 'B-1',
      admission: now(),
      entry_seq: world.spare,
      booking_id: world.booking,
      row_digest: hex(),
    },
  } satisfies Record<string, Row>;
}

type GoodRows = ReturnType<typeof grounds> &
  ReturnType<typeof bookings> &
  ReturnType<typeof notices> &
  ReturnType<typeof refused> &
  ReturnType<typeof refusals>;

/** Rows that the database takes; an attack changes one thing of one of them. */
export function goodRows(world: World): GoodRows {
  return { ...grounds(world), ...bookings(world), ...notices(world), ...refused(world), ...refusals(world) };
}
