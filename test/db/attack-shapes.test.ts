// Columns that nobody types into: each has a shape, so that no words can rest there, told by SQL of a client.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import westborough from '../../policy/packs/westborough-2015.json' with { type: 'json' };
import { issue } from '../services/export/made-record.ts';
import { breaches, refusalOf, type Attack, type Cell, type Row } from '../support/store-attack.ts';
import { goodRows } from '../support/store-good-rows.ts';
import { NOBODYS, now } from '../support/store-station.ts';
import { hex, newWorld, type World } from '../support/store-world.ts';

const TOLD = 'came here without any papers last spring';
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const SIGNED = { alg: 'ES256', kid: 'A'.repeat(43), typ: 'policy-adoption+jws' };
const signed = (header: object): string => `${base64url(JSON.stringify(header))}..${'A'.repeat(86)}`;
const pack = (change: object): string => JSON.stringify({ ...westborough, ...change });
const LINES = ['-----BEGIN CERTIFICATE-----', Buffer.from(TOLD).toString('base64'), '-----END CERTIFICATE-----', ''];

let world: World;
let good: Readonly<Record<string, Row>>;
let pem = '';
beforeAll(async () => {
  world = await newWorld();
  const { certificates } = await issue();
  pem = certificates[1]?.pem ?? '';
  good = { ...goodRows(world), ...rowsOf(world, certificates[0] ?? { pem: '', fingerprint: '' }) };
});
afterAll(() => world.station.end());

function rowsOf({ station, spare, booking }: World, issued: { readonly pem: string; readonly fingerprint: string }) {
  const [at, by, entry_seq] = [now(), station.officer.id, spare];
  const { id, version, effectiveFrom } = westborough;
  return {
    certificate: { entry_seq, fingerprint: issued.fingerprint, kind: 'root', pem: issued.pem, created_at: at },
    person: {
      ...{ entry_seq, id: randomUUID(), name: 'bo', display_name: 'Bo Fictional', badge: '12', role: 'auditor' },
      ...{ verifier: NOBODYS, created_at: at, created_by: by },
    },
    person_event: {
      ...{ entry_seq, id: randomUUID(), person_id: by, kind: 'passphrase-changed', verifier: NOBODYS, at, by },
    },
    policy_pack: {
      ...{ entry_seq, digest: hex(), id, version, body: pack({}), effective_from: effectiveFrom, adopted_at: at },
    },
    policy_adoption: {
      ...{ entry_seq, pack_digest: station.packDigest, signature: signed(SIGNED), adopted_at: at },
      adopted_by: station.chief.id,
    },
    session_event: { id: randomUUID(), at, person_id: by, kind: 'signed-in' },
    number_abandoned: { entry_seq, booking_id: world.openForm, reason: 'Opened twice', at, by },
    determination_event: { entry_seq, id: randomUUID(), determination_id: world.standing, kind: 'revoked', at, by },
    number_reservation: {
      ...{ kind: 'export', year: 2026, seq: 1, number: 'EXP-2026-000001', record_id: booking },
      ...{ reserved_at: at, reserved_by: by },
    },
  } satisfies Readonly<Record<string, Row>>;
}

const write = (table: string, change: Row): Attack => ({ name: table, table, row: { ...good[table], ...change } });

type Case = readonly [table: string, column: string, what: string, value: Cell | (() => Cell)];
const words = (table: string, column: string, ...more: readonly Cell[]): readonly Case[] =>
  [TOLD, TOLD.replaceAll(' ', ''), '', ...more].map((value) => [table, column, String(value).slice(0, 40), value]);

const ATTACKS: readonly Case[] = [
  ...words('certificate', 'pem', LINES.join('\n')),
  [
    'certificate',
    'pem',
    'a certificate with words around it',
    () => `${TOLD}\n${String(good['certificate']?.['pem'])}`,
  ],
  ['certificate', 'pem', 'a certificate of another fingerprint', () => pem],
  ...words('certificate', 'fingerprint', '0'.repeat(64)),
  ...words(
    'person',
    'verifier',
    `$scrypt$ln=17,r=8,p=1$${TOLD}`,
    `$scrypt$ln=17,r=8,p=1$undocumented$${'A'.repeat(43)}`,
  ),
  ...words('person_event', 'verifier', `${NOBODYS} ${TOLD}`),
  ...words('policy_adoption', 'signature', `${base64url(TOLD)}..${'A'.repeat(86)}`, signed({ ...SIGNED, note: TOLD })),
  ['policy_adoption', 'signature', 'a key named by words', signed({ ...SIGNED, kid: TOLD })],
  ...words('policy_pack', 'body', JSON.stringify({ note: TOLD }), pack({ note: TOLD }), pack({ matrix: [] })),
  ['policy_pack', 'body', 'another version', pack({ version: 'other' })],
  ...words('policy_pack', 'effective_until', now()),
  ...words('status_record', 'disclosure', base64url(TOLD), base64url(JSON.stringify(['s'.repeat(43), 'status', TOLD]))),
  ...['by', 'at', 'id', 'determination_id'].flatMap((column) => words('determination_event', column)),
  ...['id', 'created_by', 'created_at'].flatMap((column) => words('person', column)),
  ...['import_id', 'id'].flatMap((column) => words('quarantine', column)),
  ...['row_digest', 'booking_id'].flatMap((column) => words('import_source', column, 'ab'.repeat(31))),
  ...['id', 'at', 'person_id'].flatMap((column) => words('session_event', column)),
  ...['id', 'at', 'person_id'].flatMap((column) => words('refusal_log', column)),
  ...['number', 'record_id', 'reserved_at'].flatMap((column) => words('number_reservation', column)),
  ...['at', 'by', 'booking_id'].flatMap((column) => words('number_abandoned', column)),
  ...['pack_digest', 'at', 'by', 'id'].flatMap((column) => words('decision', column)),
  ...['number', 'contacted_at', 'cosigned_by', 'entered_at'].flatMap((column) => words('notification', column)),
];

const TABLES = [...new Set(ATTACKS.map(([table]) => table))];

describe('a column that nobody types into', () => {
  it.each(TABLES)('takes what the station writes: %s', (table) => {
    expect(refusalOf(world, write(table, {}))).toBeNull();
  });

  it.each(ATTACKS)('takes no words: %s, %s: %s', (...[table, column, , value]) => {
    const change = { [column]: typeof value === 'function' ? value() : value };
    expect(breaches(world, write(table, change))).toEqual([]);
  });
});
