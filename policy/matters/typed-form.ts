import type { MatterDetail, MatterEventRule, MatterKind, MatterSubject } from './matter.ts';

/** What was typed of an event of a matter, or of one that would begin a matter, before it was recorded. */
export interface TypedForm {
  readonly kind: MatterKind;
  /** Kind of the event. */
  readonly event: string;
  /** When it happened, as told so far. */
  readonly at?: string | undefined;
  readonly detail: MatterDetail;
  /** Names of boxes that held what may not be kept. */
  readonly left: readonly string[];
  /** Whom the matter would be about; of one that has begun its record says so. */
  readonly subject: MatterSubject;
}

/** Names of what is typed of an event: its boxes, those of its lines, its time and whom it is about. */
export function namesToLeave({ fields }: Pick<MatterEventRule, 'fields'>): readonly string[] {
  const boxes = fields.flatMap((field) => [field.name, ...(field.type === 'rows' ? field.fields : []).map(nameOf)]);
  return [...boxes, 'at', 'lastName', 'firstName', 'dob'];
}
const nameOf = ({ name }: { readonly name: string }): string => name;
