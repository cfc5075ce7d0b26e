import { classifyName } from './classify.ts';

/** Deeper nesting than this is refused as it stands. */
const DEEPEST = 32;

function childrenOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value);
}

function search(value: unknown, path: string, depth: number): string | null {
  if (depth > DEEPEST) return path;
  for (const [key, child] of childrenOf(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (!Array.isArray(value) && classifyName(key).kind === 'protected') return at;
    const below = search(child, at, depth + 1);
    if (below !== null) return below;
  }
  return null;
}

/**
 * Path of the first protected name anywhere in a JSON value (`person.0.citizenship`), null where there is none.
 * Nesting beyond 32 levels counts as found. Used wherever JSON is stored: policy 1(b), 1(c).
 */
export function firstProtectedName(json: unknown): string | null {
  return search(json, '', 0);
}

/** Throws where a JSON value has a protected name in it. The message holds no name and no value. */
export function assertNoProtectedNames(json: unknown): void {
  if (firstProtectedName(json) !== null) throw new Error('a protected field name stands in a record');
}
