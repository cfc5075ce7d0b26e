import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';

const labels: ReadonlyMap<string, string> = new Map(APPROVED_FIELDS.map((field) => [field.name, field.label]));

/** Label of a field or of the end of a path such as `charges.0.charge_statute`; the name itself where there is none. */
export function fieldLabel(path: string): string {
  const name = path.split('.').at(-1) ?? path;
  return labels.get(name) ?? name;
}
