import type { Reply } from '../contract/reply.ts';
import type { Refusal, RefusalCode } from '../policy/refusal.ts';

export function done<T>(value: T): Reply<T> {
  return { ok: true, value };
}

export function refused(...refusals: readonly Refusal[]): {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
} {
  return { ok: false, refusals };
}

/** The common case: one code, with what it needs to be said. */
export function refuse(
  code: RefusalCode,
  more: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return refused({ code, ...more });
}
