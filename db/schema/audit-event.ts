import type { RefusalCode } from '../../policy/refusal.ts';
import type { Mark } from './column.ts';
import { SESSION_EVENTS } from './session-event.ts';

export const AUDIT_KINDS = [...SESSION_EVENTS, 'looked', 'refused'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Who came and went, and that something was refused: by which rule and how long it was, never the text. */
export interface AuditEventTable {
  entry_seq: number;
  id: string;
  at: string;
  /** Null where nobody was signed in. */
  person_id: string | null;
  kind: AuditKind;
  /** Of a refusal, or of a look. */
  call: string | null;
  /** These are of a refusal. */
  code: RefusalCode | null;
  category: string | null;
  clause: string | null;
  /** Name of an approved field or id of a protected one. */
  field: string | null;
  /** UTF-16 units. */
  length: number | null;
  mark: Mark;
}
