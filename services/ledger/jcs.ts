import canonicalize from 'canonicalize';

/** A value that JSON cannot say: a lone surrogate, NaN, a function. */
class NotJson extends Error {
  override readonly name = 'NotJson';
  readonly code = 'not-json';
}

/** Canonical JSON of RFC 8785: one value, one byte string. Members that are undefined are left out. @throws NotJson */
export function jcs(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch {
    throw new NotJson('a value has no canonical JSON');
  }
  if (text === undefined) throw new NotJson('a value has no canonical JSON');
  return text;
}
