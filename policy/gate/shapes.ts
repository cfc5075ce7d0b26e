// The shapes that the gate can read. What comes here may have gone past every other door: no part of it is trusted.

/** A value with named parts; what the parts are is not known yet. */
export type Loose = Readonly<Record<string, unknown>>;

/** Whether the value has named parts: a list, a plain value and nothing have none. */
export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value is a text; asked where the types already say so, because a caller may lie. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whether the value is an id as the station makes them: a UUID in small letters or capitals (RFC 9562). */
export function isId(value: unknown): value is string {
  return isText(value) && /^[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$/.test(value);
}

/** The clock of a context. One that cannot be read is no clock, and every time then lies ahead of it. */
export function clockIn(context: unknown): string | undefined {
  const now = isRecord(context) ? context['now'] : null;
  return now === undefined || isText(now) ? now : '';
}
