import { StoreFault } from './fault.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreFault('damaged', `${where} is not JSON`, { cause });
  }
}

/** @param where table and column, for the fault */
export function parseRecord(text: string, where: string): JsonRecord {
  const value = parse(text, where);
  if (!isRecord(value)) throw new StoreFault('damaged', `${where} is not an object`);
  return value;
}

/** @param where table and column, for the fault */
export function parseRecords(text: string, where: string): readonly JsonRecord[] {
  const value = parse(text, where);
  if (!Array.isArray(value)) throw new StoreFault('damaged', `${where} is not a list`);
  return value.map((item: unknown) => {
    if (!isRecord(item)) throw new StoreFault('damaged', `${where} holds something else than objects`);
    return item;
  });
}

/** @param where table and column, for the fault */
export function parseTexts(text: string, where: string): readonly string[] {
  const value = parse(text, where);
  if (!Array.isArray(value)) throw new StoreFault('damaged', `${where} is not a list`);
  return value.map((item: unknown) => {
    if (typeof item !== 'string') throw new StoreFault('damaged', `${where} holds something else than text`);
    return item;
  });
}

/** The member of a closed list that a column holds. */
export function oneOf<T extends string>(known: readonly T[], value: string, where: string): T {
  const found = known.find((each) => each === value);
  if (found === undefined) throw new StoreFault('damaged', `${where} holds a value outside its list`);
  return found;
}
