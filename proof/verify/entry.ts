import canonicalize from 'canonicalize';
import { isSameHash, utf8 } from '../bytes.ts';
import type { Part } from './compact.ts';
import { fail, pass, type Finding } from './finding.ts';
import { isCount, isText, misfits } from './shape.ts';
import { readStrictJson } from './strict-json.ts';

/** The ledger entry of a notification: nothing in it names a person. */
export interface RecordEntry {
  readonly v: 1;
  readonly schema: 'notification-record/1';
  readonly log: string;
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly type: 'notification.recorded';
  readonly actor: string;
  /** `seq` of the entry that this one corrects. */
  readonly supersedes?: number;
  readonly _sd: readonly string[];
  readonly _sd_alg: 'sha-256';
}

/** To the minute or finer, with offset. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const DIGEST = /^[\w-]{43}$/;
const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

const SHAPE = {
  v: (value: unknown) => value === 1,
  schema: (value: unknown) => value === 'notification-record/1',
  log: isText,
  seq: isCount,
  id: isText,
  at: matches(MOMENT),
  type: (value: unknown) => value === 'notification.recorded',
  actor: isText,
  supersedes: (value: unknown) => value === undefined || isCount(value),
  _sd: (value: unknown) => Array.isArray(value) && value.every(matches(DIGEST)),
  _sd_alg: (value: unknown) => value === 'sha-256',
};

export interface ReadEntry {
  readonly finding: Finding;
  readonly entry?: RecordEntry;
}

const NAME = 'entry';

function isEntry(value: unknown): value is RecordEntry {
  return misfits(SHAPE, value).length === 0;
}

function isCanonical(value: unknown, bytes: Uint8Array): boolean {
  try {
    return isSameHash(utf8(canonicalize(value) ?? ''), bytes);
  } catch {
    return false;
  }
}

/** Reads the signed ledger entry: canonical JSON (RFC 8785), its digests sorted and each there once. */
export function readEntry(part: Part, issuer: string): ReadEntry {
  const value = readStrictJson(part.bytes);
  if (value === undefined || !isCanonical(value, part.bytes))
    return { finding: fail(NAME, 'the entry is not canonical JSON', part.at) };
  if (!isEntry(value)) {
    const names = misfits(SHAPE, value).join(', ');
    return { finding: fail(NAME, `not as the format says: ${names}`, part.at) };
  }
  const { _sd: digests, log, seq, at } = value;
  const sorted = [...new Set(digests)].sort();
  if (sorted.join() !== digests.join())
    return { finding: fail(NAME, 'the digests are not sorted, or one is repeated', part.at) };
  if (log !== issuer) return { finding: fail(NAME, 'entry and header name different logs', part.at) };
  const told = `entry ${String(seq)} of the log, ${at}, ${String(digests.length)} parts`;
  return { finding: pass(NAME, told), entry: value };
}
