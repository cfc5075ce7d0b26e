/** Roles of M21. An administrator has no case access; an auditor reads only. */
export const ROLES = ['booking-officer', 'supervisor', 'records-clerk', 'chief', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who signs in. `id` is random and stands for the person in the ledger. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly badge: string;
  readonly role: Role;
  readonly active: boolean;
}
