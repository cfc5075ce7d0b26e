import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { Part } from './compact.ts';
import { fail, pass, type Finding } from './finding.ts';
import { readStrictJson } from './strict-json.ts';

const count = z.int().min(0);
/** To the minute or finer, with offset. */
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/);

/** The ledger entry of a notification: nothing in it names a person. */
const entry = z.strictObject({
  v: z.literal(1),
  schema: z.literal('notification-record/1'),
  log: z.string().min(1),
  seq: count,
  id: z.string().min(1),
  at: moment,
  type: z.literal('notification.recorded'),
  actor: z.string().min(1),
  supersedes: count.optional(),
  _sd: z.array(z.string().regex(/^[\w-]{43}$/)),
  _sd_alg: z.literal('sha-256'),
});
export type RecordEntry = Readonly<z.output<typeof entry>>;

export interface ReadEntry {
  readonly finding: Finding;
  readonly entry?: RecordEntry;
}

const NAME = 'entry';

function isCanonical(value: unknown, bytes: Uint8Array): boolean {
  try {
    return Buffer.from(canonicalize(value) ?? '').equals(bytes);
  } catch {
    return false;
  }
}

/** Reads the signed ledger entry: canonical JSON (RFC 8785), its digests sorted and each there once. */
export function readEntry(part: Part, issuer: string): ReadEntry {
  const value = readStrictJson(part.bytes);
  if (value === undefined || !isCanonical(value, part.bytes)) {
    return { finding: fail(NAME, 'the entry is not canonical JSON', part.at) };
  }
  const read = entry.safeParse(value);
  if (!read.success) {
    const names = read.error.issues.map((issue) => issue.path.join('.') || 'members').join(', ');
    return { finding: fail(NAME, `not as the format says: ${names}`, part.at) };
  }
  const digests = read.data._sd;
  const sorted = [...new Set(digests)].sort();
  if (sorted.join() !== digests.join())
    return { finding: fail(NAME, 'the digests are not sorted, or one is repeated', part.at) };
  if (read.data.log !== issuer) return { finding: fail(NAME, 'entry and header name different logs', part.at) };
  const { seq, at } = read.data;
  return {
    finding: pass(NAME, `entry ${String(seq)} of the log, ${at}, ${String(digests.length)} parts`),
    entry: read.data,
  };
}
