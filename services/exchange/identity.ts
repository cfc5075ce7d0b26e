import { createHash } from 'node:crypto';
import type { BookingDraft } from '../../policy/booking.ts';
import { compactTable, type Key } from './compact-table.ts';

/** Where a booking comes from. The same id with another admission is another booking. */
export interface SourceKey {
  readonly sourceSystem: string;
  readonly sourceId: string;
  /** Date and time of booking, as stored. */
  readonly admission: string;
}

/** What was seen of a source id earlier in this file. */
export interface Seen {
  readonly same: boolean;
  readonly admission: boolean;
  readonly otherAdmission: boolean;
}

export interface IdentityIndex {
  find(key: SourceKey, digest: string): Seen;
  add(key: SourceKey, digest: string): void;
}

/** Digest of what a booking says, as hex. Whether it was sent as new or as an update says nothing about the booking. */
export function contentDigest(draft: BookingDraft): string {
  const { record_action: action, ...fields } = draft.fields;
  const sorted = Object.entries(action === 'VOID' ? draft.fields : fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const charges = draft.charges.map((charge) => Object.entries(charge).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256')
    .update(JSON.stringify([sorted, charges]))
    .digest('hex');
}

/** Remembers every sending of the file in 20 bytes: an exact repeat of any earlier one is a duplicate. */
export function identityIndex(): IdentityIndex {
  const table = compactTable(3);
  return {
    find: (key, digest) => {
      const [admission] = keyOf(key.admission);
      const content = halves(digest);
      const seen = { same: false, admission: false, otherAdmission: false };
      table.find(idOf(key), ([at, high, low]) => {
        if (at === admission) seen.admission = true;
        else seen.otherAdmission = true;
        seen.same ||= at === admission && high === content[0] && low === content[1];
        return false;
      });
      return seen;
    },
    add: (key, digest) => table.add(idOf(key), [keyOf(key.admission)[0], ...halves(digest)]),
  };
}

function idOf(key: SourceKey): Key {
  return keyOf(`${key.sourceSystem}\0${key.sourceId}`);
}

/** 64 bits of the text's SHA-256. */
export function keyOf(text: string): Key {
  const digest = createHash('sha256').update(text).digest();
  return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
}

function halves(hex: string): Key {
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16)];
}
