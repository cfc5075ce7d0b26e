import canonicalize from 'canonicalize';

/** A value that JSON cannot say: a lone surrogate, NaN, a function. */
class NotJson extends Error {
  override readonly name = 'NotJson';
  readonly code = 'not-json';
}

/** Texts alone: their canonical JSON is what ECMAScript writes (RFC 8785 section 3.2.2.2). */
function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item.isWellFormed());
}

/** Canonical JSON of RFC 8785: one value, one byte string. Members that are undefined are left out. @throws NotJson */
export function jcs(value: unknown): string {
  // Most disclosures are texts, and a booking has many.
  if (areTexts(value)) return JSON.stringify(value);
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch {
    throw new NotJson('a value has no canonical JSON');
  }
  if (text === undefined) throw new NotJson('a value has no canonical JSON');
  return text;
}
