import type { CallInput } from '../../contract/calls.ts';
import type { MatterDetail, MatterField } from '../../policy/matters/matter.ts';
import { isSectionOf, ORDER_KINDS, type OrderKind } from '../../policy/order.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { readDay } from '../time/read-day.ts';

type Order = CallInput<'order.carryOut'>['order'];

const box = (name: string, most: number, required = true): MatterField => ({
  ...{ name, type: 'text', about: 'plain', most, required },
});

/** What the court's paper says, in the order of the form. */
export const ORDER_BOXES: readonly MatterField[] = [
  { name: 'kind', type: 'choice', options: ORDER_KINDS, required: true },
  box('number', 60),
  box('section', 16),
  box('orderedOn', 20),
  box('court', 120),
  box('docket', 60),
  box('reference', 120, false),
];

export interface ReadOrder {
  readonly number: string;
  readonly order: Order;
}

/** `s. 100k`, `276/100K` and `100K` are one section. */
function sectionOf(typed: string): string {
  return /100\s?[a-u]$/i.exec(typed.trim())?.[0].replace(/\s/, '').toUpperCase() ?? typed;
}

const told = (detail: MatterDetail, name: string): string => {
  const value = detail[name];
  return typeof value === 'string' ? value.trim() : '';
};

const wrong = (field: string, why: string): Refusal => ({ code: 'wrong-value', field, params: { why } });

function problemsOf(kind: OrderKind, section: string, orderedOn: string | null): readonly Refusal[] {
  return [
    ...(isSectionOf(kind, section) ? [] : [wrong('section', 'not-the-section')]),
    ...(orderedOn === null ? [{ code: 'wrong-value', field: 'orderedOn' } as const] : []),
  ];
}

/** The boxes as the calls take them, or why they cannot be. @param today at the station */
export function readOrder(detail: MatterDetail, today: string): ReadOrder | readonly Refusal[] {
  const kind = ORDER_KINDS.find((one) => one === told(detail, 'kind')) ?? 'seal';
  const section = sectionOf(told(detail, 'section'));
  const day = readDay(told(detail, 'orderedOn'), { today, partial: false, birth: false });
  const orderedOn = day.kind === 'day' ? day.day : null;
  const problems = problemsOf(kind, section, orderedOn);
  if (problems.length > 0 || orderedOn === null) return problems;
  const reference = told(detail, 'reference');
  const paper = { kind, section, court: told(detail, 'court'), docket: told(detail, 'docket'), orderedOn };
  return { number: told(detail, 'number'), order: { ...paper, ...(reference === '' ? {} : { reference }) } };
}
