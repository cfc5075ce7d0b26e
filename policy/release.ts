// Why a copy of a record goes without a part: the exemptions of the public records law that can apply to one (G.L. c.4
// s.7 cl.26), an order, or that the recipient has no need of it.

export const LEAVE_OUT_REASONS = ['not-needed', 'statute', 'privacy', 'investigatory', 'court-order'] as const;
export type LeaveOutReason = (typeof LEAVE_OUT_REASONS)[number];

/** What may keep a part, or a whole record, out of an answer to a request for public records: an exemption, never that nobody needs it. */
export const EXEMPTIONS = ['statute', 'privacy', 'investigatory', 'court-order'] as const satisfies LeaveOutReason[];
export type Exemption = (typeof EXEMPTIONS)[number];

/** As it stands on the copy. */
export const LEAVE_OUT_WORDS: Readonly<Record<LeaveOutReason, string>> = {
  'not-needed': 'The recipient does not need it',
  statute: 'Exempt by statute, G.L. c.4 s.7 cl.26(a)',
  privacy: 'Privacy, G.L. c.4 s.7 cl.26(c)',
  investigatory: 'Investigatory, G.L. c.4 s.7 cl.26(f)',
  'court-order': 'By order of a court',
};

/** A part that a copy goes without. */
export interface LeftOutPart {
  readonly name: string;
  readonly reason: LeaveOutReason;
}
