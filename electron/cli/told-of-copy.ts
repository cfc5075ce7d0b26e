import { LEAVE_OUT_REASONS, type LeaveOutReason } from '../../policy/release.ts';

export const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `a,b`, without empty places. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((one) => one !== '');
}

interface Pair<R> {
  readonly name: string;
  readonly reason: R;
}

/** `person:privacy,times:statute`; undefined where a name has no reason, or none of the list. */
export function withReasons<R extends LeaveOutReason>(
  text: string | undefined,
  reasons: readonly R[],
): Pair<R>[] | undefined {
  const parts = listOf(text);
  const read = parts.flatMap((part) => {
    const [name = '', said] = part.split(':');
    const reason = reasons.find((one) => one === said);
    return reason === undefined ? [] : [{ name, reason }];
  });
  return read.length === parts.length ? read : undefined;
}

/** `--leave-out` with any reason a copy may have. */
export function leftOut(text: string | undefined): Pair<LeaveOutReason>[] | undefined {
  return withReasons(text, LEAVE_OUT_REASONS);
}
