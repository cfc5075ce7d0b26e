import type { RecordInput } from '../../../services/export/record-disclosures.ts';

/** A value that must never leave. */
export const CANARY = 'CANARY-7731';

function planted(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => planted(one, name));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(
    ([key, member]: [string, unknown]) => [key, planted(member, name)] as const,
  );
  return { [name]: CANARY, ...Object.fromEntries(members) };
}

function isInput(value: unknown): value is RecordInput {
  return typeof value === 'object' && value !== null && 'notification' in value && 'station' in value;
}

/** Adds the canary to every object of an input, deep down, under a given name. */
export function withPlanted(input: RecordInput, name: string): RecordInput {
  const changed = planted(input, name);
  if (!isInput(changed)) throw new Error('not an input');
  return changed;
}
