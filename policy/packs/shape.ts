/** Hears what is wrong and where: `grounds.0.cite`. */
export type Report = (where: string, what: string) => void;

/** Checks one value of a pack; what it accepts has the type, unchanged. */
export type Shape<T> = (value: unknown, where: string, report: Report) => value is T;

/** Text with something in it. */
export function someText(value: unknown, where: string, report: Report): value is string {
  return typeof value === 'string' && value.trim() !== '' ? true : no(report, where, 'must be a text and not empty');
}

export function flag(value: unknown, where: string, report: Report): value is boolean {
  return typeof value === 'boolean' ? true : no(report, where, 'must be true or false');
}

/** A whole number from 0. */
export function count(value: unknown, where: string, report: Report): value is number {
  const fits = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  return fits ? true : no(report, where, 'must be a whole number, 0 or more');
}

/** A text of a certain form, told in words. */
export function textLike(fits: (text: string) => boolean, form: string): Shape<string> {
  return (value, where, report): value is string =>
    typeof value === 'string' && fits(value) ? true : no(report, where, `must be ${form}`);
}

export function oneOf<const T extends string | null>(values: readonly T[]): Shape<T> {
  return (value, where, report): value is T =>
    values.some((one) => one === value) ? true : no(report, where, `must be one of ${values.join(', ')}`);
}

export function nullOr<T>(shape: Shape<T>): Shape<T | null> {
  return (value, where, report): value is T | null => value === null || shape(value, where, report);
}

/** `least` is 1 where an empty list would open or close something in silence. */
export function listOf<T>(shape: Shape<T>, least: 0 | 1): Shape<readonly T[]> {
  return (value, where, report): value is readonly T[] => {
    if (!Array.isArray(value)) return no(report, where, 'must be a list');
    if (value.length < least) return no(report, where, 'must not be empty');
    return everyTrue(value.map((entry: unknown, at) => shape(entry, `${where}.${at}`, report)));
  };
}

export function pairOf<T>(shape: Shape<T>): Shape<readonly [T, T]> {
  return (value, where, report): value is readonly [T, T] => {
    if (!Array.isArray(value) || value.length !== 2) return no(report, where, 'must be a pair');
    return everyTrue(value.map((entry: unknown, at) => shape(entry, `${where}.${at}`, report)));
  };
}

/** An object with these keys and no other. */
export function record<T extends object>(
  shapes: { readonly [K in keyof T]-?: Shape<T[K]> },
  optional: readonly (keyof T & string)[] = [],
): Shape<T> {
  const known = new Map<string, Shape<unknown>>(Object.entries(shapes));
  const needed = [...known.keys()].filter((key) => !optional.some((one) => one === key));
  return (value, where, report): value is T => {
    if (!isObject(value)) return no(report, where, 'must be an object');
    const absent = needed.filter((key) => !(key in value)).map((key) => no(report, under(where, key), 'is missing'));
    const present = Object.keys(value).map((key) => {
      const shape = known.get(key);
      return shape === undefined
        ? no(report, under(where, key), 'is not a known key')
        : shape(value[key], under(where, key), report);
    });
    return everyTrue([...absent, ...present]);
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function no(report: Report, where: string, what: string): false {
  report(where, what);
  return false;
}

/** Names of a pack's file are data of the station's own: shown as they are, cut where they are long. */
function under(where: string, key: string): string {
  return where === '' ? key.slice(0, 60) : `${where}.${key.slice(0, 60)}`;
}

function everyTrue(checked: readonly boolean[]): boolean {
  return checked.every(Boolean);
}
