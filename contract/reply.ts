import type { Refusal } from '../policy/refusal.ts';

/** What every call answers. Nothing throws across a process line. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] };
