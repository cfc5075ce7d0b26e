/**
 * Whole years between a date of birth and a date, or undefined where parts of the birth date are unknown.
 * @param dob `YYYY-MM-DD`
 * @param on `YYYY-MM-DD` on the station's calendar
 */
export function ageOn(dob: string, on: string): number | undefined {
  const born = /^(\d{4})-(\d{2})-(\d{2})$/.exec(dob);
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on);
  if (born === null || day === null) return undefined;
  const years = Number(day[1]) - Number(born[1]);
  const before = `${day[2] ?? ''}${day[3] ?? ''}` < `${born[2] ?? ''}${born[3] ?? ''}`;
  const age = before ? years - 1 : years;
  return age >= 0 && age <= 130 ? age : undefined;
}
