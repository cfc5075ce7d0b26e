import { z } from 'zod';
import { CONTACT_KINDS, type ContactCard } from '../policy/contacts.ts';
import { at } from './booking.ts';

/** The gate reads each box; the contract only bounds it. */
const card = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  name: z.string().max(400),
  agency: z.string().max(400).optional(),
  number: z.string().max(400),
  second: z.string().max(400).optional(),
  notes: z.string().max(2_000).optional(),
});

export const saveContactInput = z.strictObject({
  /** Absent for a new one. */
  contactId: z.uuid().optional(),
  /** The version that was changed; a newer one refuses with `changed-meanwhile`. */
  baseVersion: z.int().min(1).optional(),
  card,
  /** When the number was tried; without it the last try holds as long as the numbers stay. */
  checkedAt: at.optional(),
});
export const contactVersionInput = z.strictObject({ contactId: z.uuid(), baseVersion: z.int().min(1) });

/** One version of a card: nothing of it is overwritten. */
export interface ContactVersion extends ContactCard {
  readonly version: number;
  /** When somebody last tried the number, and who (display name); null where nobody did. */
  readonly checkedAt: string | null;
  readonly checkedBy: string | null;
  /** Taken off the list. */
  readonly retired: boolean;
  readonly changedAt: string;
  /** Display name. */
  readonly changedBy: string;
}

/** A card as it stands now. */
export interface Contact extends ContactVersion {
  readonly contactId: string;
  /** What stood there before, the newest first. */
  readonly earlier: readonly ContactVersion[];
}
