// The fields that stay closed, as data with a source. The allow-list alone decides what is kept; this list
// says why something is refused, and by which clause.
import data from './protected-fields.json' with { type: 'json' };
import niem from './niem-names.json' with { type: 'json' };

/** `status` tells immigration status by itself, `proxy` hints at it. */
export type ProtectedKind = 'status' | 'proxy';

/** `from` and `until` are dates or years of the rule, `until` null while it is in force. */
export interface ProtectedField {
  readonly id: string;
  readonly label: string;
  readonly kind: ProtectedKind;
  readonly category: string;
  /** Clause of the Westborough policy, as printed. */
  readonly clause: string;
  readonly inForce: { readonly from: string; readonly until: string | null };
  readonly source: readonly string[];
  readonly notes: string;
  readonly aliases: readonly string[];
}

function kindOf(text: string): ProtectedKind {
  if (text === 'status' || text === 'proxy') return text;
  throw new Error(`protected-fields.json: unknown kind`);
}

function readFields(): readonly ProtectedField[] {
  return data.fields.map((field) => ({ ...field, kind: kindOf(field.kind) }));
}

export const PROTECTED_FIELDS: readonly ProtectedField[] = readFields();

/** Element names of NIEM and its kin, by protected field (CC BY 4.0; see the file). */
export const NIEM_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(niem.names).map(([id, names]) => [id, names.split(' ')]),
);

/** Two NIEM domains are refused whole, whatever the element: a name is theirs by prefix or by namespace address. */
export const NIEM_DOMAINS = niem.wholeNamespaces;

const BY_ID = new Map(PROTECTED_FIELDS.map((field) => [field.id, field]));

/** The protected field of this id, undefined where there is none. */
export function findProtectedField(id: string): ProtectedField | undefined {
  return BY_ID.get(id);
}
