import { createHash, createPrivateKey, randomBytes, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Booking } from '../../../contract/booking.ts';
import type { NotificationDraft } from '../../../contract/notification.ts';
import type { Person } from '../../../policy/people.ts';
import {
  recordDisclosures,
  type RecordDetermination,
  type RecordInput,
} from '../../../services/export/record-disclosures.ts';
import { signRecord, type RecordToSign, type StoredDisclosure } from '../../../services/export/sdjwt.ts';
import { issueCertificates, type IssuedCertificates } from '../../../services/keys/certificates.ts';

export const NOW = new Date('2026-11-25T06:41:07.120Z');
export const LOG = 'sallyport.invalid/ma0ex0100/booking-log/0011223344556677';

export function issue(): Promise<IssuedCertificates> {
  return issueCertificates({ stationName: 'Exampleton Police', ori: 'MA0EX0100', now: NOW, random: randomBytes });
}

export function privateKeyOf(pkcs8: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
}

const OFFICER: Person = {
  id: 'd1a5f0a2-7c1e-4f57-9d8a-0f4f2f1f5a11',
  name: 'bo',
  displayName: 'Officer Bo Fictional',
  badge: '118',
  role: 'booking-officer',
  active: true,
};

const BOOKING: Booking = {
  bookingId: '5b0c3f1e-1a53-4df8-8f5b-3a0c6f1d2e90',
  number: '2026-00042',
  version: 1,
  entry: 3,
  openedAt: '2026-11-25T05:55:00.00Z',
  savedAt: '2026-11-25T06:05:00.00Z',
  savedBy: OFFICER.displayName,
  origin: 'desk',
  fields: {
    last_name: 'Testperson',
    first_name: 'Alex',
    middle_name: 'Q',
    dob: '1990-02-03',
    booking_facility: 'Exampleton lockup',
    address_street: '1 Placeholder Road',
    narrative: 'A quiet evening.',
    race: 'U',
    sex: 'X',
  },
  charges: [
    {
      offense: 'abdw',
      charge_statute: 'c.265 s.15A',
      charge_description: 'A&B with a dangerous weapon',
      charge_counts: 1,
      charge_severity: 'felony',
      charge_disposition: 'pending',
    },
  ],
  events: [
    { id: 'e1', kind: 'in-custody', at: '2026-11-25T06:00:00.00Z', enteredAt: '2026-11-25T06:01:00.00Z', by: 'Bo' },
    {
      id: 'e2',
      kind: 'release-eligible',
      at: '2026-11-25T09:00:00.00Z',
      enteredAt: '2026-11-25T06:10:00.00Z',
      by: 'Bo',
    },
  ],
  corrections: [],
};

const NOTIFICATION: NotificationDraft = {
  bookingId: BOOKING.bookingId,
  determinationId: 'b3a2a5f7-30a7-4a43-8f0b-4e6f5b8a7c21',
  outcome: 'notified',
  direction: 'out',
  contactedAt: '2026-11-25T01:30:00-05:00',
  agency: 'Federal field office',
  unit: 'Duty desk',
  recipient: 'Officer Jo Sampleton',
  reachedAt: '555-0100',
  verifiedHow: 'Called back through the published number',
  channel: 'phone',
  purpose: 'Arrest for a listed felony',
  released: ['name', 'dob', 'booking-number', 'charge', 'place-of-custody'],
  criminalHistory: false,
  reason: 'Kept in the house only',
};

const DETERMINATION: RecordDetermination = {
  ground: '2a',
  cite: '2(a)',
  decidedAt: '2026-11-25T06:20:00.00Z',
  decidedBy: 'Officer Bo Fictional',
  cosignedBy: 'Sergeant Kim Placeholder',
  request: {
    id: BOOKING.bookingId,
    people: { decider: { id: OFFICER.id, role: OFFICER.role } },
    facts: { arrestingAgency: 'WPD', arrestedAt: '2026-11-25T00:55:00-05:00', offense: 'abdw' },
  },
};

export function recordInput(changes: Partial<RecordInput> = {}): RecordInput {
  return {
    number: 'N-2026-00007',
    notification: NOTIFICATION,
    booking: BOOKING,
    determination: DETERMINATION,
    station: { name: 'Exampleton Police', ori: 'MA0EX0100' },
    pack: { id: 'westborough-2015', version: '2026-11-24', digest: 'a'.repeat(64) },
    decidedBy: OFFICER,
    enteredAt: '2026-11-25T06:35:00.00Z',
    ...changes,
  };
}

/** A disclosure as the ledger stores it. */
export function stored(name: string, value: unknown, salt = randomBytes(32).toString('base64url')): StoredDisclosure {
  return { name, text: Buffer.from(canonicalize([salt, name, value]) ?? '').toString('base64url') };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** A ledger entry as the ledger stores it. */
export function leafOf(disclosures: readonly StoredDisclosure[], changes: Record<string, unknown> = {}): Uint8Array {
  const entry = {
    v: 1,
    schema: 'notification-record/1',
    log: LOG,
    seq: 17,
    id: '8c5b1a3e-9b7e-4f0e-8a57-1d0b2f6e4c33',
    at: '2026-11-25T06:35Z',
    type: 'notification.recorded',
    actor: OFFICER.id,
    _sd: disclosures.map(({ text }) => digest(text)).sort(),
    _sd_alg: 'sha-256',
    ...changes,
  };
  return Buffer.from(canonicalize(entry) ?? '');
}

export function toSign(issued: IssuedCertificates, changes: Partial<RecordToSign> = {}): RecordToSign {
  const disclosures = Object.entries(recordDisclosures(recordInput())).map(([name, value]) => stored(name, value));
  return {
    leaf: leafOf(disclosures),
    disclosures,
    leaveOut: [],
    certificates: issued.certificates,
    key: privateKeyOf(issued.signingPrivateKey),
    issuer: LOG,
    audience: 'Counsel for Alex Testperson',
    exportNumber: 'EXP-2026-000001',
    issuedAt: NOW,
    ...changes,
  };
}

export function makeRecord(issued: IssuedCertificates, changes: Partial<RecordToSign> = {}): string {
  return signRecord(toSign(issued, changes));
}
