import type { MatterDetail, MatterRow } from '../../policy/matters/matter.ts';
import { StoreFault } from '../fault.ts';
import { parseRecord } from '../parse.ts';

type Value = MatterDetail[string];

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isRow(value: unknown): value is MatterRow {
  return typeof value === 'object' && value !== null && isTexts(Object.values(value));
}

function isRows(value: unknown): value is readonly MatterRow[] {
  return Array.isArray(value) && value.every(isRow);
}

/** A number is what the station itself tells, such as the seconds that a clock jumped. */
function toValue(value: unknown, where: string): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return String(value);
  if (isTexts(value) || isRows(value)) return value;
  throw new StoreFault('damaged', `${where} holds something else than boxes`);
}

/** The boxes of a stored event. @param where table and column, for the fault */
export function toDetail(text: string, where: string): MatterDetail {
  const entries = Object.entries(parseRecord(text, where));
  return Object.fromEntries(entries.map(([name, value]) => [name, toValue(value, where)] as const));
}
