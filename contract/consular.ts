import { z } from 'zod';
import type { TreatyCountries } from '../policy/consular/treaty-countries.ts';

const names = z.array(z.string().trim().min(1).max(60)).max(250).readonly();

export const saveConsularInput = z.strictObject({
  /** The day on which it was held against its source. */
  asOf: z.iso.date(),
  source: z.string().trim().min(3).max(300),
  countries: names,
  unlessResident: names,
});

/** The list that holds at this station; `changed` is null where it is the one that ships. */
export interface ConsularList extends TreatyCountries {
  readonly changed: { readonly version: number; readonly at: string; readonly by: string } | null;
}
