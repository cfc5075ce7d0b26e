/** Days of a month of the Gregorian calendar; February has 29 where the year is not known, no other number has any. */
export function daysIn(year: number | null, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year === null || isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
