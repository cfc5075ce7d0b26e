import { toBase64url } from '../base64.ts';
import { utf8 } from '../bytes.ts';
import type { Part } from './compact.ts';
import { sha256 } from './digest.ts';
import type { RecordEntry } from './entry.ts';
import { fail, pass, type Finding } from './finding.ts';
import { readStrictJson } from './strict-json.ts';

const NAME = 'disclosures';
/** 256 bits in base64url. */
const SALT = /^[\w-]{43}$/;

/** Digest of a disclosure (RFC 9901 4.2.3): SHA-256 over its text as written. */
export async function disclosureDigest(text: string): Promise<string> {
  return toBase64url(await sha256(utf8(text)));
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

/** What a part of this name may not do, in the order in which it is told. */
function problemOf(salt: string, name: string, taken: ReadonlySet<string>): string | undefined {
  if (!SALT.test(salt)) return 'has a salt that is not 256 bits long';
  return taken.has(name) ? 'takes the name of a member of the entry' : undefined;
}

async function read(part: Part, entry: RecordEntry): Promise<Shown> {
  const value = readStrictJson(part.bytes);
  const fields: readonly unknown[] = Array.isArray(value) ? value : [];
  const [salt, name, content] = fields;
  if (fields.length !== 3) return { name: '', problem: 'is not [salt, name, value]' };
  if (typeof name !== 'string' || typeof salt !== 'string') return { name: '', problem: 'has no name or salt' };
  const problem = problemOf(salt, name, new Set([...Object.keys(entry), '...']));
  if (problem !== undefined) return { name, problem };
  if (nestsDigests(content)) return { name, problem: 'holds digests of its own' };
  return entry._sd.includes(await disclosureDigest(part.text))
    ? { name }
    : { name, problem: 'is not in the signed entry' };
}

/** Each part shown must be in the entry, once, under a name of its own. Parts may be missing: the copy goes without them. */
export async function checkDisclosures(parts: readonly Part[], entry: RecordEntry): Promise<Finding> {
  const names = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const shown = await read(part, entry);
    const problem = shown.problem ?? (names.has(shown.name) ? 'is there twice' : undefined);
    if (problem !== undefined) return fail(NAME, `disclosure ${String(index + 1)} ${problem}`, part.at);
    names.add(shown.name);
  }
  const hidden = entry._sd.length - parts.length;
  const shownNames = parts.length === 0 ? 'no part is shown' : `shown: ${[...names].join(', ')}`;
  return pass(NAME, `${shownNames}; ${String(hidden)} not shown in this copy`);
}
