import { StoreFault } from '../../db/fault.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { systemCode, writeRefusal } from '../keys/safe-files.ts';
import { refusalOf } from '../store-refusal.ts';

const GONE: readonly string[] = ['EIO', 'ENXIO', 'ENODEV', 'EBUSY', 'ETIMEDOUT', 'EHOSTDOWN', 'UNKNOWN'];

/** Why a copy could not be made or read, where the place or the store is at fault; undefined for anything else. */
export function copyRefusal(thrown: unknown, field: string): Refusal | undefined {
  if (thrown instanceof StoreFault) return refusalOf(thrown);
  const written = writeRefusal(thrown, field);
  if (written !== undefined) return written.refusal;
  const code = systemCode(thrown);
  if (code === 'carrier-ended') return { code: 'wrong-value', field, params: { why: code } };
  if (code === 'EFBIG') return { code: 'wrong-value', field, params: { why: 'file-too-large' } };
  return GONE.includes(code) ? { code: 'wrong-value', field, params: { why: 'place-gone' } } : undefined;
}

/** Bytes as people count them. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
