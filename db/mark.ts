import { createHash, type Hash } from 'node:crypto';
import { ADDED_FIELDS, markedColumns, markTable, type AddedFields } from './added-fields.ts';
import type { Column } from './column-rules.ts';
import type { Guards } from './guards.ts';
import type { Check, Stored } from './mark-check.ts';
import { MARK_RULES } from './mark-rules.ts';

const BLOCK = 64;

function rulesWith(added: readonly AddedFields[]): ReadonlyMap<string, readonly Column[]> {
  const later = added.map((fields) => [markTable(fields), markedColumns(fields)] as const);
  return new Map([...Object.entries(MARK_RULES), ...later]);
}

/** HMAC-SHA-256 (RFC 2104) with both pads hashed once; `createHmac` would set its key up for every row. */
function keyed(key: Uint8Array): (text: string) => string {
  const pad = (byte: number): Hash => {
    const block = Buffer.alloc(BLOCK, byte);
    key.forEach((value, at) => (block[at] = value ^ byte));
    return createHash('sha256').update(block);
  };
  const inner = pad(0x36);
  const outer = pad(0x5c);
  return (text) => outer.copy().update(inner.copy().update(text).digest()).digest('hex');
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
