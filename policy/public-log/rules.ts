// Which arrests are kept in the separate log that is not public (G.L. c.41 s.98F), as data: a change of the law is a
// change of these lists.

/** Why a line stands in the part that is not public. */
export const APART_REASONS = ['under-18', 'age-unknown', 'sexual', 'family', 'charge-unknown', 'by-hand'] as const;
export type ApartReason = (typeof APART_REASONS)[number];

/** As it stands in that part. */
export const APART_WORDS: Readonly<Record<ApartReason, string>> = {
  'under-18': 'The person arrested was under 18, c.41 s.98F',
  'age-unknown': 'The age of the person arrested is not known: kept apart until it is, c.41 s.98F',
  sexual: 'A report of rape or sexual assault, c.41 s.98F',
  family: 'Family or household: assault, battery or violation of a protective order, c.41 s.98F',
  'charge-unknown': 'A charge that is not in the list of offenses: kept apart until somebody looked at it, c.41 s.98F',
  'by-hand': 'Kept apart by whoever wrote this log: domestic violence, sexual assault or a mobility-handicapped person',
};

/** Charges of the catalogue that are about a family or household member or an order that protects somebody. */
export const FAMILY_OFFENSES: readonly string[] = [
  'ab-family-household',
  'ab-family-household-subsequent',
  'ab-protective-order',
  'abdw-protective-order',
  'strangulation-protective-order',
  'abuse-prevention-order-violation',
  'harassment-prevention-order-violation',
  'stalking-violation-order',
  'trespass-violation-order',
];

/** Categories of the catalogue that are sexual as a whole, besides every charge that is marked so. */
export const SEXUAL_CATEGORIES: readonly string[] = ['sex'];
export const SEXUAL_OFFENSES: readonly string[] = [
  'trafficking-sexual-servitude',
  'trafficking-sexual-servitude-minor',
];
