import type { NumberKind } from '../schema/number-reservation.ts';

const SHAPES = {
  booking: { prefix: '', digits: 5 },
  notification: { prefix: 'N-', digits: 5 },
  matter: { prefix: 'M-', digits: 5 },
  export: { prefix: 'EXP-', digits: 6 },
} as const satisfies Record<NumberKind, { readonly prefix: string; readonly digits: number }>;

/** `2026-00412`, `N-2026-00412`, `M-2026-00412`, `EXP-2026-000412`. */
export function formatNumber(kind: NumberKind, year: number, seq: number): string {
  const { prefix, digits } = SHAPES[kind];
  return `${prefix}${String(year)}-${String(seq).padStart(digits, '0')}`;
}
