import { z } from 'zod';
import type { Report } from '../policy/report/report.ts';
import { noteText } from './log.ts';

/** First and last day of the span, the station's days, both counted; a signed head of the log to count under. */
export const reportInput = z
  .strictObject({ from: z.iso.date(), to: z.iso.date(), head: noteText.optional() })
  .refine(({ from, to }) => from <= to, { path: ['to'] });

/** A report; under a head it was counted from the entries that the head covers, and from nothing later. */
export interface CountedReport extends Report {
  readonly head: { readonly size: number; readonly root: string } | null;
}
