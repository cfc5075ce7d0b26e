import { entry, nothing } from './call.ts';
import { saveConsularInput, type ConsularList } from './consular.ts';

const READERS = ['booking-officer', 'supervisor', 'chief', 'records-clerk', 'auditor'] as const;

/** The list of the countries whose consulate is told in any case. */
export const TREATY_CALLS = {
  'treaty.list': entry(READERS, nothing),
  'treaty.save': entry(['chief'], saveConsularInput),
} as const;

export interface TreatyOutputs {
  'treaty.list': ConsularList;
  'treaty.save': ConsularList;
}
