// What the entry of an order says of counts that stay: closed words, days, figures, and the agencies that a report names.
import { isRecord } from '../policy/gate/shapes.ts';
import { isDate } from '../policy/gate/times.ts';
import { ABOUT_THE_CONTACT } from '../policy/gate/records.ts';
import { MATTER_RULES } from '../policy/matters/matter-rules.ts';
import { FIGURES } from '../policy/report/report.ts';
import type { Guards } from './guards.ts';

/** Whatever can be chosen in a box of a matter: nobody typed it. */
const CHOICES: ReadonlySet<unknown> = new Set<unknown>(
  Object.values(MATTER_RULES)
    .flatMap(({ events }) => events.flatMap(({ fields }) => fields))
    .flatMap((field) => ('options' in field ? [...field.options] : [])),
);
const KEYS = ['figure', 'day', 'parts', 'minutes'];

function isPart(part: unknown, guards: Guards): boolean {
  return CHOICES.has(part) || (typeof part === 'string' && !guards.blocks(part, 'reason', ABOUT_THE_CONTACT));
}

const isDay = (value: unknown): boolean => typeof value === 'string' && isDate(value);

function isCount(count: unknown, guards: Guards): boolean {
  if (!isRecord(count) || Object.keys(count).some((key) => !KEYS.includes(key))) return false;
  const { figure, day, parts, minutes } = count;
  const counted = FIGURES.some((one) => one === figure) && isDay(day);
  if (!counted || (minutes !== null && typeof minutes !== 'number')) return false;
  return Array.isArray(parts) && parts.every((part) => isPart(part, guards));
}

/** Whether this is a list of counts and nothing besides. */
export function areSafeCounts(counts: unknown, guards: Guards): boolean {
  return Array.isArray(counts) && counts.every((count) => isCount(count, guards));
}
