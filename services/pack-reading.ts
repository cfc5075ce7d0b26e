import { clearContact } from '../policy/gate.ts';
import type { Pack, Reading } from '../policy/packs/pack.ts';
import type { Refusal } from '../policy/refusal.ts';

interface Change {
  readonly id: string;
  readonly reading: string;
  readonly reason: string;
}

interface Changes {
  readonly readings: readonly Change[];
  /** First day of the new version. */
  readonly day: string;
  /** Its first day no longer in force, null while none is known. */
  readonly until: string | null;
  /** Who decides so. */
  readonly by: string;
  /** Versions that this pack has had. */
  readonly taken: readonly string[];
}

type Changed =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** `1` is followed by `2`, `2026-a` by `2026-a.1`, always one that was never used. */
function versionAfter(version: string, taken: readonly string[]): string {
  const [, head = version, count] = /^(.*?)(\d{1,9})$/.exec(version) ?? [];
  let next = count === undefined ? `${version}.1` : `${head}${String(Number(count) + 1)}`;
  while (taken.includes(next)) next = versionAfter(next, []);
  return next;
}

function refusalsOf(pack: Pack, changes: readonly Change[]): readonly Refusal[] {
  return changes.flatMap((change, at) => {
    const place = `readings.${String(at)}`;
    const old = pack.interpretation.find(({ id }) => id === change.id);
    if (old === undefined) return [{ code: 'not-found', field: `${place}.id` } as const];
    const texts = (['reading', 'reason'] as const).flatMap((name) => {
      const cleared = clearContact(change[name]);
      return cleared.ok ? [] : cleared.refusals.map((refusal) => ({ ...refusal, field: `${place}.${name}` }));
    });
    const same = old.reading === change.reading && old.reason === change.reason;
    return same ? [{ code: 'wrong-value', field: `${place}.reading`, params: { why: 'unchanged' } } as const] : texts;
  });
}

/** The same pack with some open questions read otherwise: a version of its own, dated and with the name of who decided. */
export function reinterpret(pack: Pack, { readings, day, until, by, taken }: Changes): Changed {
  const refusals = refusalsOf(pack, readings);
  if (refusals.length > 0) return { ok: false, refusals };
  const interpretation = pack.interpretation.map((old): Reading => {
    const change = readings.find(({ id }) => id === old.id);
    return change === undefined ? old : { ...old, reading: change.reading, reason: change.reason, date: day, by };
  });
  const version = versionAfter(pack.version, taken);
  return { ok: true, pack: { ...pack, version, effectiveFrom: day, effectiveUntil: until, interpretation } };
}
