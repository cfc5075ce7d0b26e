import { z } from 'zod';

/** First and last day of the span, the station's days, both counted. */
export const reportInput = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { path: ['to'] });
