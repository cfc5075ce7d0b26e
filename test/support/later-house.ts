import { createHash, randomUUID } from 'node:crypto';
import { signAdoption } from '../../services/export/pack-signature.ts';
import { readPrivateKey } from '../../services/keys/signing-key.ts';
import { BY_WORDS } from './false-hits.ts';
import { rowsBy, type Filled, type LaterRow } from './later-row.ts';
import type { Row } from './store-attack.ts';
import { ORDER } from './store-orders.ts';
import { signedRows, type SignedGround } from './store-signed-rows.ts';
import { LOG, now } from './store-station.ts';

/** What the house keeps for itself. */
export function ofTheHouse({ chief, officer, determination }: Filled): readonly LaterRow[] {
  const [add, print] = [rowsBy(chief), rowsBy(officer)];
  const phrase_id = randomUUID();
  const card = { contact_id: randomUUID(), version: 1, kind: 'jttf', name: 'Duty desk', agency: 'FBI', retired: 0 };
  const called = { number: '617-555-0100', second: null, notes: 'Day and night', checked_at: now(), checked_by: chief };
  const taught = { reason: 'A shop calls its helpers so', asked_by: officer, confirmed_by: chief };
  const form = { year: 2026, seq: 1, number: 'F-2026-00001', clause: '2a', record_number: null };
  return [
    add('contact', { ...card, ...called }),
    print('taught_phrase', { id: phrase_id, ...BY_WORDS.taught, ...taught }),
    add('taught_phrase_event', { id: randomUUID(), phrase_id, kind: 'revoked', reason: null }),
    print('blank_form', { ...form, kind: 'printed' }),
    print('blank_form', { ...form, kind: 'lost' }),
    add('review', { id: randomUUID(), upto: 0, remark: 'Read through.' }),
    add('determination_event', { id: randomUUID(), determination_id: determination, kind: 'revoked' }),
  ];
}

function groundOf({ chief, officer, packDigest, booking, issued }: Filled): SignedGround {
  const made = { name: 'made-up', displayName: 'Somebody Fictional', badge: '1', active: true };
  const pem = `${issued.signingPem}${issued.rootPem}`;
  return {
    station: {
      chief: { ...made, id: chief, role: 'chief' },
      officer: { ...made, id: officer, role: 'booking-officer' },
      packDigest,
    },
    ...{ booking, second: 0, drilled: 0 },
    chain: { pem, sha256: createHash('sha256').update(pem).digest('hex') },
  };
}

/** The policy of that time under the signature of the station's own key. */
function adoptionOf({ chief: adoptedBy, packDigest: digest, issued }: Filled): Row {
  const adoptedAt = now();
  const key = readPrivateKey(issued.signingPrivateKey);
  const signature = signAdoption({ digest, log: LOG, adoptedAt, adoptedBy }, key);
  return { pack_digest: digest, adopted_at: adoptedAt, adopted_by: adoptedBy, signature };
}

/** What people put their names to, as in the attacks on it. */
export function ofNames(filled: Filled): readonly LaterRow[] {
  const { chief, officer } = filled;
  const rows = signedRows(groundOf(filled));
  const add = rowsBy(officer);
  return [
    { table: 'key_walk', after: 'key.drilled', by: chief, row: (begun) => ({ ...rows.key_walk, begun }) },
    { ...add('account_review', { ...rows.account_review, active: 3 }), by: chief },
    { ...add('account_event', rows.account_event), by: chief },
    add('second_factor', rows.second_factor),
    add('second_factor_event', rows.second_factor_event),
    add('security_key', rows.security_key),
    add('security_key_event', rows.security_key_event),
    { ...add('station_setting', rows.station_setting), by: chief },
    { ...add('policy_adoption', adoptionOf(filled)), by: chief },
    add('policy_acknowledgement', rows.policy_acknowledgement),
    add('handover', rows.handover),
    { ...add('town_chain', rows.town_chain), by: chief },
    { ...add('treaty_list', rows.treaty_list), by: chief },
    add('ground_draft', rows.ground_draft),
    add('matter_draft', rows.matter_draft),
  ];
}

/** Orders of a court: an expungement of one event, somebody to tell, a seal that was opened and lifted. */
export function ofOrders({ chief, clerk, booking }: Filled): readonly LaterRow[] {
  const add = rowsBy(chief);
  const [sealing_id, cosigned_by] = [randomUUID(), clerk];
  const kept = (order: object, more?: object) => ({ type: 'records.kept', told: () => ({ order, ...more }) });
  const seal = kept({ ...ORDER, kind: 'seal', section: '100C' });
  const whom = { audience: 'ICE', reached: '617-555-0100', number: 'N-2026-00001', left_at: now(-86_400_000) };
  const event = { kind: 'rights-read', at: now(), entered_at: now(), entered_by: chief };
  return [
    add('booking_event', { id: randomUUID(), booking_id: booking, ...event }, { of: 'expunge' }),
    add(
      'expunge',
      { cosigned_by },
      {
        type: 'records.kept',
        told: (last) => ({ order: ORDER, gone: [last], kept: [] }),
        then: (last) => `delete from booking_event where entry_seq = ${String(last)}`,
      },
    ),
    add('recall', { id: randomUUID(), ...whom }, kept(ORDER)),
    add('sealing', { id: sealing_id, booking_id: booking, cosigned_by }, seal),
    add(
      'sealing_event',
      { id: randomUUID(), sealing_id, kind: 'opened', cosigned_by: null },
      kept({ kind: 'opened', reason: 'court' }),
    ),
    add(
      'sealing_event',
      { id: randomUUID(), sealing_id, kind: 'lifted', cosigned_by },
      kept({ ...ORDER, kind: 'lift' }),
    ),
  ];
}
