// A matter: one thing beside a booking that begins, runs and ends. A request received, a question asked, help given to
// an operation, a detention. Its course is a list of events; nothing is overwritten.
import type { Act, SubjectRole } from '../decision.ts';

export const MATTER_KINDS = [
  'request',
  'inquiry',
  'document',
  'assistance',
  'presence',
  'detention',
  'participation',
  'dissemination',
  'consular',
  'notice',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

interface Named {
  readonly name: string;
  readonly required: boolean;
}

/** One box of an event's form; the screen, the contract and the gate are made from it. */
export type MatterField =
  /** `about`: `contact` may name an agency and its papers, `plain` may not. Never anybody's status. */
  | (Named & { readonly type: 'text'; readonly about: 'contact' | 'plain'; readonly most: number })
  /** `sealed`: kept sealed, and opened to the fewest who need it. */
  | (Named & { readonly type: 'choice'; readonly options: readonly string[]; readonly sealed?: true })
  /** Somebody's name. */
  | (Named & { readonly type: 'name'; readonly most: number })
  /** `YYYY-MM-DD`, not ahead. */
  | (Named & { readonly type: 'day' })
  /** Id of a booking. */
  | (Named & { readonly type: 'booking' })
  /** Several of a list. */
  | (Named & { readonly type: 'choices'; readonly options: readonly string[] })
  /** ISO time with offset; `ahead` where it may lie in the future. */
  | (Named & { readonly type: 'time'; readonly ahead: boolean })
  | (Named & { readonly type: 'flag' })
  /** A whole number from `least` to `most`, kept as its digits. */
  | (Named & { readonly type: 'count'; readonly least: 0 | 1; readonly most: number })
  /** The last four letters or digits of a document's number, and no more. */
  | (Named & { readonly type: 'last-four' })
  /** SHA-256 of a sealed scan of this matter. */
  | (Named & { readonly type: 'scan' })
  /** Several lines, each of the same boxes. */
  | (Named & { readonly type: 'rows'; readonly fields: readonly MatterLineField[]; readonly most: number });

/** A box that holds one thing, or several words of one list. */
export type SingleField = Exclude<MatterField, { readonly type: 'rows' }>;
/** A box of a line: its value is a word, a text or digits. */
export type MatterLineField = Extract<SingleField, { readonly type: 'text' | 'choice' | 'count' }>;
/** One line of such a box: values by the names of its boxes. */
export type MatterRow = Readonly<Record<string, string>>;

export interface MatterEventRule {
  readonly kind: string;
  readonly fields: readonly MatterField[];
  /** Needs the policy's word for this act first; null where none is needed. */
  readonly act: Act | null;
  /** After it the matter is closed. */
  readonly closes: boolean;
  /** Duties that it ends. */
  readonly ends: readonly string[];
}

export interface MatterRule {
  readonly kind: MatterKind;
  /** Clause of the policy that the record is kept for. */
  readonly cite: string;
  /** Roles in this record that the matter may be about; the policy narrows them further. */
  readonly subjects: readonly SubjectRole[];
  /** May be opened about nobody known. */
  readonly subjectMayBeUnknown: boolean;
  /** Begins only together with its line on the notification log. */
  readonly onTheLog?: true;
  /** The first one opens the matter. */
  readonly events: readonly MatterEventRule[];
}

/** Whom a matter is about, in this record. The role is that of this record, whatever the person is elsewhere: 1(a). */
export interface MatterSubject {
  readonly role?: SubjectRole | undefined;
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
  /** YYYY-MM-DD. */
  readonly dob?: string | undefined;
}

/** Values of an event's boxes, by name. */
export type MatterDetail = Readonly<Record<string, string | boolean | readonly string[] | readonly MatterRow[]>>;

export interface MatterEventDraft {
  readonly kind: string;
  /** When it happened, as told. */
  readonly at: string;
  readonly detail: MatterDetail;
}

export interface MatterDraft {
  readonly kind: MatterKind;
  readonly bookingId?: string | undefined;
  readonly subject: MatterSubject;
  readonly event: MatterEventDraft;
}
