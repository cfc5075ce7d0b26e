// Rows of what people put their names to and of what keeps accounts, as the program would write them; an attack changes
// one thing of one of them.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { insertPersonEvent } from '../../db/person/writer.ts';
import { withDigest } from '../../db/security-key/credential.ts';
import { issueCertificates } from '../../services/keys/certificates.ts';
import type { Attack, Row } from './store-attack.ts';
import { openForm } from './store-records.ts';
import { cover, newStation, NOBODYS, now, type TestStation } from './store-station.ts';

type Before = NonNullable<Attack['before']>;

/** What these rows point at. */
export interface SignedGround {
  readonly station: Pick<TestStation, 'chief' | 'officer' | 'packDigest'>;
  readonly booking: string;
  /** An entry that covers nothing yet. */
  readonly second: number;
  /** Entry of a drill of the keys. */
  readonly drilled: number;
  /** Two certificates, and their digest. */
  readonly chain: { readonly pem: string; readonly sha256: string };
}

/** A station with all that. */
export interface SignedWorld extends SignedGround {
  readonly station: TestStation;
  /** Somebody who left: a supervisor. */
  readonly gone: string;
  /** More entries that cover nothing yet: before and after the one above. */
  readonly first: number;
  readonly third: number;
  /** Of a change of the keys that was real. */
  readonly changed: number;
}

async function entries(station: TestStation): Promise<Omit<SignedWorld, 'station' | 'chain'>> {
  const by = station.chief.id;
  const gone = station.supervisor.id;
  return station.store.transaction(async (tx) => {
    const left = await cover(tx, { by });
    await insertPersonEvent(tx, { id: randomUUID(), personId: gone, kind: 'deactivated' }, left);
    const { bookingId: booking } = await openForm(tx, station);
    const drilled = (await cover(tx, { by, type: 'key.drilled' })).entrySeq;
    const changed = (await cover(tx, { by, type: 'key.changed' })).entrySeq;
    const [first, second] = [(await cover(tx, { by })).entrySeq, (await cover(tx, { by })).entrySeq];
    return { gone, booking, drilled, changed, first, second, third: (await cover(tx, { by })).entrySeq };
  });
}

export async function newSignedWorld(): Promise<SignedWorld> {
  const station = await newStation();
  const issue = { stationName: 'Exampleton Police', ori: 'MA0EX0100', now: new Date(), random: randomBytes };
  const { signingPem, rootPem } = await issueCertificates(issue);
  const pem = `${signingPem}${rootPem}`;
  const sha256 = createHash('sha256').update(pem).digest('hex');
  return { station, ...(await entries(station)), chain: { pem, sha256 } };
}

const KID = 'k'.repeat(43);
const NONCE = 'n'.repeat(16);
const sealed = (length: number): Buffer => Buffer.alloc(length, 255);

function accounts({ station, second }: SignedGround) {
  const [officer, chief, at] = [station.officer.id, station.chief.id, now()];
  const [factor, key] = [randomUUID(), randomUUID()];
  const pack = station.packDigest;
  return {
    account_event: { entry_seq: second, id: randomUUID(), person_id: officer, kind: 'released', at, by: chief },
    account_review: {
      ...{ entry_seq: second, id: randomUUID(), upto: 0, accounts: 3, active: 2, remark: 'Nobody left.' },
      ...{ at, by: chief },
    },
    second_factor: { entry_seq: second, id: factor, person_id: officer, nonce: NONCE, sealed: sealed(656), at },
    second_factor_event: {
      ...{ entry_seq: second, id: randomUUID(), factor_id: factor, kind: 'code-used', step: 7, at, by: officer },
    },
    security_key: {
      ...{ entry_seq: second, id: key, person_id: officer, name: 'Blue one', credential: withDigest('_'.repeat(64)) },
      ...{ public_key: `MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE${'k'.repeat(86)}`, sign_count: 3, at },
    },
    security_key_event: {
      ...{ entry_seq: second, id: randomUUID(), key_id: key, kind: 'used', sign_count: 4, at, by: officer },
    },
    station_setting: { entry_seq: second, name: 'lock-after', value: '10', at, by: chief },
    policy_adoption: {
      ...{ entry_seq: second, pack_digest: pack, adopted_at: at, adopted_by: chief },
      signature: `${Buffer.from(JSON.stringify({ alg: 'ES256', kid: KID, typ: 'policy-adoption+jws' })).toString('base64url')}..${'s'.repeat(86)}`,
    },
    policy_acknowledgement: { entry_seq: second, pack_digest: pack, person_id: officer, at },
  } satisfies Record<string, Row>;
}

function signed({ station, second, drilled, chain, booking }: SignedGround) {
  const [officer, chief, at, matter] = [station.officer.id, station.chief.id, now(), randomUUID()];
  const number = 'M-2026-00001';
  return {
    handover: {
      ...{ entry_seq: second, id: randomUUID(), in_custody: 1, clocks: 0, unfinished: 0, due: 2, drafts: 0 },
      ...{ waiting: 0, kept_apart: 0, note: 'Cell 2 wants a blanket.', taken_by: chief, at, by: officer },
    },
    key_walk: { entry_seq: second, why: 'lost', drill: 1, begun: drilled, passed: 1, at, by: chief },
    town_chain: { entry_seq: second, kid: KID, ...chain, at, by: chief },
    treaty_list: {
      ...{ entry_seq: second, version: 1, as_of: '2026-01-01', source: 'Consular Notification and Access' },
      ...{ countries: '["Poland","Jamaica"]', unless_resident: '["Poland"]', at, by: chief },
    },
    number_reservation: {
      ...{ kind: 'matter', year: 2026, seq: 1, number, record_id: matter, reserved_at: at, reserved_by: officer },
    },
    matter: {
      ...{ entry_seq: second, id: matter, number, kind: 'consular', booking_id: booking, subject_role: 'arrestee' },
      ...{ opened_at: at, opened_by: officer },
    },
    sealed_answer: { entry_seq: second, matter_id: matter, nonce: NONCE, sealed: sealed(272), at, by: officer },
    ground_draft: {
      ...{ id: randomUUID(), act: 'ask-status', booking_id: null, matter_id: null, subject_role: 'suspect' },
      ...{ subject_last: 'Placeholder', subject_first: null, subject_dob: null, ground: '2a', facts: '{}' },
      ...{ kept_at: at, kept_by: officer },
    },
    matter_draft: {
      ...{ id: randomUUID(), matter_id: null, kind: 'request', event: 'received', booking_id: null },
      ...{ subject_role: 'suspect', subject_last: 'Placeholder', subject_first: null, subject_dob: null, at },
      ...{ detail: '{"channel":"fax","asked":"Form I-247A"}', left_out: '["official"]' },
      ...{ kept_at: at, kept_by: officer },
    },
  } satisfies Record<string, Row>;
}

export type SignedRows = ReturnType<typeof accounts> & ReturnType<typeof signed>;
export type SignedTable = keyof SignedRows;

export function signedRows(world: SignedGround): SignedRows {
  return { ...accounts(world), ...signed(world) };
}

/** Who signs a row, in which column, and whose roles may not. */
export const SIGNED: readonly (readonly [table: SignedTable, by: string, wrong: readonly string[]])[] = [
  ['account_event', 'by', ['booking-officer', 'supervisor', 'records-clerk', 'auditor']],
  ['account_review', 'by', ['booking-officer', 'supervisor', 'administrator']],
  ['second_factor', 'person_id', []],
  ['second_factor_event', 'by', ['booking-officer', 'chief', 'administrator']],
  ['security_key', 'person_id', []],
  ['security_key_event', 'by', ['booking-officer', 'chief', 'administrator']],
  ['station_setting', 'by', ['booking-officer', 'supervisor', 'administrator']],
  ['policy_acknowledgement', 'person_id', []],
  ['handover', 'by', ['records-clerk', 'auditor', 'administrator']],
  ['handover', 'taken_by', ['records-clerk', 'auditor', 'administrator']],
  ['key_walk', 'by', ['booking-officer', 'supervisor', 'administrator']],
  ['town_chain', 'by', ['booking-officer', 'supervisor', 'auditor']],
  ['treaty_list', 'by', ['booking-officer', 'supervisor', 'administrator']],
];
/** Tables that are signed, and only grow. */
export const SIGNED_TABLES = [...new Set(SIGNED.map(([table]) => table)), 'sealed_answer' as const];

const NEEDS: Partial<Record<SignedTable, readonly SignedTable[]>> = {
  second_factor_event: ['second_factor'],
  security_key: ['second_factor'],
  security_key_event: ['second_factor', 'security_key'],
  policy_acknowledgement: ['policy_adoption'],
  sealed_answer: ['number_reservation', 'matter'],
  matter_draft: ['number_reservation', 'matter'],
};

/** What a row of this table stands on. */
export function neededBy(rows: SignedRows, table: SignedTable): Before {
  return (NEEDS[table] ?? []).map((name) => [name, rows[name]] as const);
}

/** Somebody of another role, under an entry of their own. */
export function another({ first }: SignedWorld, id: string, role: string): Before[number] {
  const who = { id, name: 'dana', display_name: 'Dana Fictional', badge: '7', role, verifier: NOBODYS };
  return ['person', { entry_seq: first, ...who, created_at: now(), created_by: id }];
}
