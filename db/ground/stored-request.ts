import { parseRecord, type JsonRecord } from '../parse.ts';

/**
 * The request of a decision as the policy read it, and beside it who asserted each fact; null in rows from before that was
 * kept. They rest in one column, so that neither is ever without the other.
 */
export function parseRequest(
  text: string,
  where: string,
): { readonly request: JsonRecord; readonly asserted: JsonRecord | null } {
  const { asserted, ...request } = parseRecord(text, where);
  return { request, asserted: isRecord(asserted) ? asserted : null };
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
