import type { Decision } from '../../../policy/decision.ts';
import { judge } from '../../../policy/decide/judge.ts';
import { readRequest } from '../../../policy/decide/read-request.ts';
import { findOffense } from '../../../policy/offenses/catalogue.ts';
import { loadPack } from '../../../policy/packs/load-pack.ts';
import type { Pack } from '../../../policy/packs/pack.ts';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };

export type Json = Readonly<Record<string, unknown>>;

/** The pack as shipped, through its loader. */
function shippedPack(): Pack {
  const loaded = loadPack(westborough);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return loaded.pack;
}

export const PACK = shippedPack();
export const AT = '2026-03-08T01:40:00-05:00';
export const OFFICER = { id: 'u7', role: 'booking-officer' };
export const SUPERVISOR = { id: 'u9', role: 'supervisor' };
export const CHIEF = { id: 'u1', role: 'chief' };
/** A text that the screen of these tests blocks; the real screen has its own tests. */
export const BLOCKED = 'BLOCKED words about somebody';

/** An adult arrestee, an officer who decides, nothing else known. */
export function request(parts: Json = {}): Json {
  return { id: 'c', at: AT, subject: { role: 'arrestee', age: 31 }, people: { decider: OFFICER }, ...parts };
}

/** The error of a line, or null where it can be read. */
export function faultOf(json: unknown): string | null {
  const read = readRequest(json, { findOffense, pack: PACK });
  return read.ok ? null : read.error;
}

export function decided(json: unknown, pack: Pack = PACK): Decision {
  const read = readRequest(json, { findOffense, pack });
  if (!read.ok) throw new Error(`the case itself cannot be read: ${read.error}`);
  return judge(read.request, pack, (text) => text.includes('BLOCKED'));
}

/** `allow 2a` or `refuse 2a missing … contradicted …`, names sorted: what a case comes to, in one line. */
export function outcome(json: unknown): string {
  const { decision, ground, missing, contradicted } = decided(json);
  const parts = [decision, ground ?? '-'];
  if (missing.length > 0) parts.push('missing', [...missing].sort().join(','));
  if (contradicted.length > 0) parts.push('contradicted', [...contradicted].sort().join(','));
  return parts.join(' ');
}

/** The same object without the value at a path such as `facts.wms.at`. */
export function without(json: Json, path: string): Json {
  const [head = '', ...tail] = path.split('.');
  const inner = json[head];
  if (tail.length > 0 && isJson(inner)) return { ...json, [head]: without(inner, tail.join('.')) };
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== head));
}

/** The same object with another value at a path. */
export function withValue(json: Json, path: string, value: unknown): Json {
  const [head = '', ...tail] = path.split('.');
  if (tail.length === 0) return { ...json, [head]: value };
  const inner = json[head];
  return { ...json, [head]: withValue(isJson(inner) ? inner : {}, tail.join('.'), value) };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
