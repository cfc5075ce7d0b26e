// Counts what the screen does with labelled texts: found, missed, blocked needlessly, let through.
import { screen } from '../../policy/screen/screen.ts';
import type { Labelled } from './labelled.ts';

export interface Score {
  readonly found: number;
  readonly missed: number;
  readonly needless: number;
  readonly passed: number;
}

/** A share of a whole with its Wilson interval of 95 %, each from 0 to 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** Wilson's interval; of nothing, all that can be said is 0 to 1. */
export function shareOf(hits: number, whole: number): Share {
  if (whole === 0) return { share: Number.NaN, low: 0, high: 1 };
  const share = hits / whole;
  const scale = 1 + (Z * Z) / whole;
  const middle = (share + (Z * Z) / (2 * whole)) / scale;
  const reach = (Z / scale) * Math.sqrt((share * (1 - share)) / whole + (Z * Z) / (4 * whole * whole));
  return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** The score over these texts; a text counts as found where anything in it is blocked. */
export function scoreOf(texts: readonly Labelled[]): Score {
  const score = { found: 0, missed: 0, needless: 0, passed: 0 };
  for (const { text, field, tells } of texts) {
    const { blocked } = screen(text, field);
    if (tells) score[blocked ? 'found' : 'missed'] += 1;
    else score[blocked ? 'needless' : 'passed'] += 1;
  }
  return score;
}
