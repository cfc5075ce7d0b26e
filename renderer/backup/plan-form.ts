import type { BackupPlan } from '../../contract/backup.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { refusalText } from '../words/refusal-text.ts';
import { words } from '../words/words.ts';

const NUMBERS = ['everyHours', 'days', 'weeks', 'months'] as const;
type Figure = (typeof NUMBERS)[number];

/** The plan as typed. */
export interface TypedPlan extends Record<Figure, string> {
  folder: string;
  onLeaving: boolean;
}

export type Problems = Readonly<Record<string, string>>;

export function typedPlan({ folder, onLeaving, ...figures }: BackupPlan): TypedPlan {
  const { everyHours, days, weeks, months } = figures;
  const typed = { everyHours: String(everyHours), days: String(days), weeks: String(weeks), months: String(months) };
  return { folder: folder ?? '', onLeaving, ...typed };
}

export function planProblems(typed: TypedPlan): Problems {
  const wrong = NUMBERS.filter((name) => !/^\d{1,3}$/.test(typed[name].trim()));
  return Object.fromEntries(wrong.map((name) => [name, words.backup.wholeNumber]));
}

export function planOf({ folder, onLeaving, everyHours, days, weeks, months }: TypedPlan): BackupPlan {
  const place = folder.trim() === '' ? null : folder.trim();
  const kept = { days: Number(days), weeks: Number(weeks), months: Number(months) };
  return { folder: place, onLeaving, everyHours: Number(everyHours), ...kept };
}

/** What is shown at a box, and what stands above the button. */
export function placed(refusals: readonly Refusal[], typed: TypedPlan): readonly [Problems, readonly Refusal[]] {
  const own = refusals.filter(({ field = '' }) => Object.hasOwn(typed, field));
  const problems = Object.fromEntries(own.map((refusal) => [refusal.field ?? '', refusalText(refusal)]));
  return [problems, refusals.filter((refusal) => !own.includes(refusal))];
}
