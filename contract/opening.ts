import { z } from 'zod';

/** Why somebody opens what is sealed, in their own words; the screen reads it, and it stands in the trail. */
export const why = z.string().trim().min(3).max(200);
