import type { JsonValue } from './json-value.ts';

/** What may stand in one place: one plain value, a list of them, an object's named members, a list of such objects. */
export type Shape = 'value' | 'values' | Members | readonly [Members];
interface Members {
  readonly [name: string]: Shape;
}

const isListShape = (shape: Members | readonly [Members]): shape is readonly [Members] => Array.isArray(shape);

function plainOnly(value: unknown): JsonValue | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function pickMembers(shape: Members, value: unknown): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found = Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const place = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const picked = place === undefined ? undefined : pick(place, member);
    return picked === undefined ? [] : [[name, picked] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function pickList(value: unknown, each: (one: unknown) => JsonValue | undefined): JsonValue | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map((one: unknown) => each(one)).filter((one) => one !== undefined);
}

/** What of a value has a place in the shape; undefined where nothing has. Null and absent values are left out. */
export function pick(shape: Shape, value: unknown): JsonValue | undefined {
  if (shape === 'value') return plainOnly(value);
  if (shape === 'values') return pickList(value, plainOnly);
  if (isListShape(shape)) return pickList(value, (one) => pickMembers(shape[0], one));
  return pickMembers(shape, value);
}
