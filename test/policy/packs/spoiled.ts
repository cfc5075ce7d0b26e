import { loadPack } from '../../../policy/packs/load-pack.ts';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };

/** The shipped pack with one place changed; `undefined` takes the key away. */
export function spoiled(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(westborough);
  const keys = path.split('.');
  let at = copy;
  for (const key of keys.slice(0, -1)) at = isIndexed(at) ? at[key] : undefined;
  const last = keys.at(-1) ?? '';
  if (!isIndexed(at)) throw new Error(`the pack has no ${path}`);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}

function isIndexed(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What a loader says of it; empty where it takes it. */
export function problemsOf(json: unknown): readonly string[] {
  const loaded = loadPack(json);
  return loaded.ok ? [] : loaded.problems;
}
