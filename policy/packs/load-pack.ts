import type { Pack } from './pack.ts';
import { packShape } from './pack-shape.ts';
import { checkSense } from './pack-sense.ts';

/** `problems` are sentences that begin with the place: `grounds.0.cite: is missing`. */
export type LoadedPack =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Checks a pack's JSON key by key. The pack that comes back is that very value, so its digest (SHA-256 of its canonical JSON,
 * RFC 8785) is the digest of the file's content.
 */
export function loadPack(json: unknown): LoadedPack {
  const problems: string[] = [];
  const report = (where: string, what: string): void => {
    problems.push(where === '' ? `the pack ${what}` : `${where}: ${what}`);
  };
  if (!packShape(json, '', report)) return { ok: false, problems };
  checkSense(json, report);
  return problems.length === 0 ? { ok: true, pack: json } : { ok: false, problems };
}

/**
 * A pack that was adopted: its form alone is looked at, for it was checked by the rules of its time, and its digest and
 * signature say whether it is still that one. What was decided by it is judged the same years later (M26).
 */
export function readAdopted(json: unknown): Pack | null {
  return packShape(json, '', () => undefined) ? json : null;
}
