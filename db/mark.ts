import { hash } from 'node:crypto';
import { ADDED_FIELDS, markedColumns, markTable, type AddedFields } from './added-fields.ts';
import { HASH_BYTES } from '../proof/bytes.ts';
import type { Column } from './column-rules.ts';
import type { Guards } from './guards.ts';
import type { Check, Stored } from './mark-check.ts';
import { MARK_RULES } from './mark-rules.ts';

const BLOCK = 64;
/** Bytes of a row that are hashed where they stand; a longer one, a scan, gets a place of its own. */
const ROOM = 16_384;

function rulesWith(added: readonly AddedFields[]): ReadonlyMap<string, readonly Column[]> {
  const later = added.map((fields) => [markTable(fields), markedColumns(fields)] as const);
  return new Map([...Object.entries(MARK_RULES), ...later]);
}

/**
 * HMAC-SHA-256 (RFC 2104), each of its two hashes made in one go over bytes that stand behind its pad: objects that hash
 * in steps cost several times the hash itself, for every row that is written or checked.
 */
function keyed(key: Uint8Array): (text: string) => string {
  const padded = (byte: number, room: number): Buffer => {
    const bytes = Buffer.alloc(BLOCK + room).fill(byte, 0, BLOCK);
    key.forEach((value, at) => (bytes[at] = value ^ byte));
    return bytes;
  };
  const inner = padded(0x36, ROOM);
  const outer = padded(0x5c, HASH_BYTES);
  const placed = (text: string): Buffer =>
    3 * text.length > ROOM
      ? Buffer.concat([inner.subarray(0, BLOCK), Buffer.from(text)])
      : inner.subarray(0, BLOCK + inner.write(text, BLOCK));
  return (text) => {
    const bytes = placed(text);
    outer.write(hash('sha256', bytes, 'binary'), BLOCK, 'latin1');
    // What a row says is nobody's to find in memory later.
    bytes.fill(0, BLOCK);
    return hash('sha256', outer, 'hex');
  };
}

/** What is marked: table and values as JSON; bytes stand in a list of their own, so that no text can look like them. */
function rowText(values: readonly unknown[]): string {
  return JSON.stringify(values.map((value) => (Buffer.isBuffer(value) ? [value.toString('base64')] : value)));
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'string' || typeof value === 'number' || Buffer.isBuffer(value);
}

export interface Marker {
  /** The mark of a row, or null where one of its values must not stand there. `values`: table, then its columns. */
  mark(values: readonly unknown[]): string | null;
  /** The mark alone, for checking rows that were accepted by the rules of their day. */
  seal(values: readonly unknown[]): string;
}

/** @param key 32 bytes; whoever lacks it cannot make a row that a check would accept */
export function createMarker(key: Uint8Array, guards: Guards, added: readonly AddedFields[] = ADDED_FIELDS): Marker {
  const known = rulesWith(added);
  const hmac = keyed(key);
  const fits = (check: Check, value: unknown, row: readonly unknown[]): boolean =>
    value === null || (isStored(value) && check(value, row, guards));
  return {
    mark(values) {
      const [table, ...row] = values;
      const rules = typeof table === 'string' ? known.get(table) : undefined;
      if (rules?.length !== row.length) return null;
      return rules.every(([, check], at) => fits(check, row[at], row)) ? hmac(rowText(values)) : null;
    },
    seal: (values) => hmac(rowText(values)),
  };
}
