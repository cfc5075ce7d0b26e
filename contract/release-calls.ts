// Calls about papers that leave: the daily log, the packet for the town clerk, a sample for an auditor, a report.
import { z } from 'zod';
import { entry } from './call.ts';
import { exportInput } from './notification.ts';

export const RELEASE_KINDS = ['daily-log', 'daily-log-apart', 'clerk-packet', 'audit-sample', 'report'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

const { audience, purpose, folder } = exportInput.shape;

export const releaseInput = z
  .strictObject({
    kind: z.enum(RELEASE_KINDS),
    from: z.iso.date(),
    to: z.iso.date(),
    ...{ folder, audience, purpose },
    /** Daily log: booking numbers that whoever writes it keeps apart from the public part. */
    apart: z.array(z.string().max(40)).max(1_000).default([]),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] });

export interface WrittenRelease {
  readonly folder: string;
  readonly files: readonly string[];
  /** Lines of its table. */
  readonly lines: number;
}

export const RELEASE_CALLS = {
  'release.write': entry(['supervisor', 'chief', 'records-clerk'], releaseInput),
} as const;

export interface ReleaseOutputs {
  'release.write': WrittenRelease;
}
