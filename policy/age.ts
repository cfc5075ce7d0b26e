const WHOLE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Whole years between a date of birth and a date, or undefined where parts of the birth date are unknown.
 * @param dob `YYYY-MM-DD`
 * @param on `YYYY-MM-DD` on the station's calendar
 */
export function ageOn(dob: string, on: string): number | undefined {
  if (!WHOLE.test(dob) || !WHOLE.test(on)) return undefined;
  const years = Number(on.slice(0, 4)) - Number(dob.slice(0, 4));
  const age = on.slice(5) < dob.slice(5) ? years - 1 : years;
  return age >= 0 && age <= 130 ? age : undefined;
}
