import type { z } from 'zod';
import { classifyName } from '../policy/fields/classify.ts';
import type { Refusal } from '../policy/refusal.ts';

type Issue = z.core.$ZodIssue;

const join = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** Says of a name outside the contract why it is refused: it protects somebody, or nobody knows it. */
function refuseName(path: readonly PropertyKey[], name: string): Refusal {
  const field = join([...path, name]);
  const found = classifyName(name);
  return found.kind === 'protected'
    ? { code: 'protected-field', field, category: found.category, clause: found.clause }
    : { code: 'unknown-field', field };
}

function refuseIssue(issue: Issue): readonly Refusal[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => refuseName(issue.path, key));
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const empty = issue.code === 'too_small' && issue.origin === 'string';
  return [{ code: missing || empty ? 'missing-value' : 'wrong-value', field: join(issue.path) }];
}

/** Every fault of an input as refusals, by path; values are never repeated. */
export function inputRefusals(error: z.ZodError): readonly Refusal[] {
  return error.issues.flatMap(refuseIssue);
}
