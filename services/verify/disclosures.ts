import { createHash } from 'node:crypto';
import type { Part } from './compact.ts';
import type { RecordEntry } from './entry.ts';
import { fail, pass, type Finding } from './finding.ts';
import { readStrictJson } from './strict-json.ts';

const NAME = 'disclosures';
/** 256 bits in base64url. */
const SALT = /^[\w-]{43}$/;

/** Digest of a disclosure (RFC 9901 4.2.3): SHA-256 over its text as written. */
export function disclosureDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

interface Shown {
  readonly name: string;
  readonly problem?: string;
}

/** True where a value brings digests of its own, which this format does not have. */
function nestsDigests(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(nestsDigests);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => name === '_sd' || name === '...' || nestsDigests(member));
}

function read(part: Part, entry: RecordEntry): Shown {
  const value = readStrictJson(part.bytes);
  if (!Array.isArray(value) || value.length !== 3) return { name: '', problem: 'is not [salt, name, value]' };
  const [salt, name, content]: readonly unknown[] = value;
  if (typeof name !== 'string' || typeof salt !== 'string') return { name: '', problem: 'has no name or salt' };
  if (!SALT.test(salt)) return { name, problem: 'has a salt that is not 256 bits long' };
  if (Object.hasOwn(entry, name) || name === '...') return { name, problem: 'takes the name of a member of the entry' };
  if (nestsDigests(content)) return { name, problem: 'holds digests of its own' };
  if (!entry._sd.includes(disclosureDigest(part.text))) return { name, problem: 'is not in the signed entry' };
  return { name };
}

/** Each part shown must be in the entry, once, under a name of its own. Parts may be missing: the copy goes without them. */
export function checkDisclosures(parts: readonly Part[], entry: RecordEntry): Finding {
  const names = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const shown = read(part, entry);
    const problem = shown.problem ?? (names.has(shown.name) ? 'is there twice' : undefined);
    if (problem !== undefined) return fail(NAME, `disclosure ${String(index + 1)} ${problem}`, part.at);
    names.add(shown.name);
  }
  const hidden = entry._sd.length - parts.length;
  const shownNames = parts.length === 0 ? 'no part is shown' : `shown: ${[...names].join(', ')}`;
  return pass(NAME, `${shownNames}; ${String(hidden)} not shown in this copy`);
}
