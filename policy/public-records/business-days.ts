// By when a request for public records is answered (G.L. c.66 s.10(a): 10 business days after it came in).

const DAYS = 10;
const DAY = 86_400_000;

/** Month from 1, day: they move to Monday from a Sunday (G.L. c.4 s.7 cl.18). */
const FIXED: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [6, 19],
  [7, 4],
  [11, 11],
  [12, 25],
];
/** Which Monday of a month, the last one as 0: Dr. King, Washington, Patriots, Memorial, Labor and Columbus Day. */
const MONDAYS: readonly (readonly [month: number, which: number])[] = [
  [1, 3],
  [2, 3],
  [4, 3],
  [5, 0],
  [9, 1],
  [10, 2],
];

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

function isFixed(at: number): boolean {
  const on = (day: number): boolean => {
    const date = new Date(day);
    return FIXED.some(([month, of]) => month === date.getUTCMonth() + 1 && of === date.getUTCDate());
  };
  const isMonday = new Date(at).getUTCDay() === 1;
  return on(at) || (isMonday && on(at - DAY));
}

/** Which one of its weekday in its month a day is, and whether a week later it is another month. */
function placeOf(at: number): { readonly which: number; readonly last: boolean } {
  const date = new Date(at);
  const which = Math.ceil(date.getUTCDate() / 7);
  return { which, last: new Date(at + 7 * DAY).getUTCMonth() !== date.getUTCMonth() };
}

function isMoving(at: number): boolean {
  const date = new Date(at);
  const month = date.getUTCMonth() + 1;
  const { which, last } = placeOf(at);
  if (date.getUTCDay() === 4) return month === 11 && which === 4;
  if (date.getUTCDay() !== 1) return false;
  return MONDAYS.some(([of, nth]) => of === month && (nth === 0 ? last : nth === which));
}

/** Whether an office of the Commonwealth is open: no weekend, no legal holiday (950 CMR 32.02). @param day `2026-11-30` */
export function isBusinessDay(day: string): boolean {
  const at = Date.parse(day);
  const weekday = new Date(at).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isFixed(at) && !isMoving(at);
}

/** Last day on which a request that came in on this day is answered in time. @param received `2026-11-30` */
export function answerDueOn(received: string): string {
  let at = Date.parse(received);
  for (let left = DAYS; left > 0;) {
    at += DAY;
    if (isBusinessDay(dayText(at))) left -= 1;
  }
  return dayText(at);
}
