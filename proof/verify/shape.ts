/** More than any authority puts between a root and a key. */
export const MOST_CERTIFICATES = 4;

/** What each member must be. */
export type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Texts of a chain of certificates: the signing one, at most two between, the root. */
export function isChain(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length >= 2 && value.length <= MOST_CERTIFICATES && value.every(isText);
}

/** A whole number from 0 on. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** Members that are missing or wrong, in the order of the shape; `members` where there are others. Empty where all fits. */
export function misfits(shape: Shape, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ['members'];
  const members = new Map<string, unknown>(Object.entries(value));
  const wrong = Object.entries(shape).filter(([name, fits]) => !fits(members.get(name)));
  const strange = [...members.keys()].some((name) => !Object.hasOwn(shape, name));
  return [...wrong.map(([name]) => name), ...(strange ? ['members'] : [])];
}
