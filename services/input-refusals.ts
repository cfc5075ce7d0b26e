import type { z } from 'zod';
import { classifyName } from '../policy/fields/classify.ts';
import { refuseKey } from '../policy/gate/fields.ts';
import { refuseStructure, showable } from '../policy/gate/refusals.ts';
import type { Refusal } from '../policy/refusal.ts';

type Issue = z.core.$ZodIssue;

/** A step of a path is a key that somebody sent: one that may not be repeated is withheld. */
export function fieldAt(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? String(key) : shown(String(key)))).join('.');
}

function shown(key: string): string {
  return showable(key, classifyName(key));
}

/** What stands at a path of an input; undefined where nothing does. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    const child: unknown = Reflect.get(value, key);
    return child;
  }, input);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function refuseIssue(issue: Issue, input: unknown): readonly Refusal[] {
  const { path } = issue;
  const value = valueAt(input, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => refuseKey(fieldAt(path), key, valueAt(value, [key])));
  }
  if (issue.code === 'invalid_key') return [refuseKey(fieldAt(path.slice(0, -1)), String(path.at(-1)), value)];
  if (isEmpty(value)) return [{ code: 'missing-value', field: fieldAt(path) }];
  return [
    typeof value === 'object' ? refuseStructure(fieldAt(path), value) : { code: 'wrong-value', field: fieldAt(path) },
  ];
}

/** Every fault of an input as refusals, by path; values are never repeated. */
export function inputRefusals(error: z.ZodError, input: unknown): readonly Refusal[] {
  return error.issues.flatMap((issue) => refuseIssue(issue, input));
}
