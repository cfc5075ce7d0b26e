// Calls about copies that leave: looking at one before it does, and many at once.
import { z } from 'zod';
import { entry, nothing } from './call.ts';
import { exportInput } from './notification.ts';

const { audience, purpose, leaveOut, folder, notificationIds } = exportInput.shape;

export const previewInput = z.strictObject({
  notificationId: z.uuid(),
  /** As typed so far. */
  audience: z.string().trim().max(200).default(''),
  purpose: z.string().trim().max(400).default(''),
  leaveOut,
});

/** A span of the station's days, or notifications one by one; one zip holds the copies. */
export const batchInput = z
  .strictObject({
    notificationIds: notificationIds.optional(),
    span: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).optional(),
    ...{ folder, audience, purpose, leaveOut },
  })
  .refine(({ notificationIds: ids, span }) => (ids === undefined) !== (span === undefined), { path: ['span'] });

/** One thing on the page, as it will stand there. */
export type PreviewBlock =
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'text' | 'code'; readonly text: string };

export interface CopyPreview {
  /** What the page says of this record. */
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly PreviewBlock[] }[];
  /** The parts that leave for machines, as they stand in `record.sd-jwt`: JSON. */
  readonly parts: readonly { readonly name: string; readonly json: string }[];
  /** The signed entry, which every copy carries whole: JSON. */
  readonly entry: string;
}

export interface BatchProgress {
  readonly done: number;
  readonly total: number;
  /** Seconds, by the pace so far; null before the first is made. */
  readonly left: number | null;
}

export interface WrittenBatch {
  /** Path of the zip. */
  readonly file: string;
  readonly copies: number;
  /** First and last export number. */
  readonly numbers: readonly [first: string, last: string];
  /** Of the span, but about somebody under 18: not in it (M28). */
  readonly withheld: number;
}

const CLERKS = ['booking-officer', 'supervisor', 'chief', 'records-clerk'] as const;

export const EXPORT_CALLS = {
  'export.preview': entry(CLERKS, previewInput),
  'export.batch': entry(CLERKS, batchInput),
  'export.progress': entry(CLERKS, nothing),
  // Whoever began it must be able to end it, also behind a locked screen: the service looks at the rest.
  'export.cancel': entry('signed-in', nothing),
} as const;

export interface ExportOutputs {
  'export.preview': CopyPreview;
  'export.batch': WrittenBatch;
  'export.progress': BatchProgress | null;
  'export.cancel': { readonly cancelled: boolean };
}
