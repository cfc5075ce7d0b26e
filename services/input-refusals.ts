import type { z } from 'zod';
import { refuseName } from '../policy/gate/refusals.ts';
import type { Refusal } from '../policy/refusal.ts';

type Issue = z.core.$ZodIssue;

const join = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** What stands at a path of an input; undefined where nothing does. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === String(key))?.[1];
  }, input);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function refuseIssue(issue: Issue, input: unknown): readonly Refusal[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => refuseName(join(issue.path), key));
  const code = isEmpty(valueAt(input, issue.path)) ? 'missing-value' : 'wrong-value';
  return [{ code, field: join(issue.path) }];
}

/** Every fault of an input as refusals, by path; values are never repeated. */
export function inputRefusals(error: z.ZodError, input: unknown): readonly Refusal[] {
  return error.issues.flatMap((issue) => refuseIssue(issue, input));
}
