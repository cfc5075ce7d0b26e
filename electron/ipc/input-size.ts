/** The longest input of a call, in characters of its JSON: a booking with a long narrative is a twentieth of it. */
export const LARGEST_INPUT = 1_000_000;

/** Whether an input is plain data of a size that a form can fill. */
export function fits(input: unknown): boolean {
  try {
    return JSON.stringify([input]).length <= LARGEST_INPUT;
  } catch {
    return false;
  }
}
