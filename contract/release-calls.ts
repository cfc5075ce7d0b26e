// Calls about papers that leave: the daily log, the packet for the town clerk, a sample for an auditor, a report, and the
// answer to a request for public records.
import { z } from 'zod';
import { EXEMPTIONS } from '../policy/release.ts';
import { entry } from './call.ts';
import { exportInput } from './notification.ts';

export const RELEASE_KINDS = ['daily-log', 'daily-log-apart', 'clerk-packet', 'audit-sample', 'report'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

const { audience, purpose, folder } = exportInput.shape;
const bookingNumbers = z.array(z.string().max(40)).max(1_000).default([]);

export const releaseInput = z
  .strictObject({
    kind: z.enum(RELEASE_KINDS),
    from: z.iso.date(),
    to: z.iso.date(),
    ...{ folder, audience, purpose },
    /** Daily log: booking numbers that whoever writes it keeps apart from the public part. */
    apart: bookingNumbers,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] });

export interface WrittenRelease {
  readonly folder: string;
  readonly files: readonly string[];
  /** Lines of its table. */
  readonly lines: number;
}

/** What an answer may hold. */
export const PACKAGE_PARTS = ['notifications', 'daily-log'] as const;

const exemption = z.enum(EXEMPTIONS);

/** An answer to a request under the public records law (G.L. c.66 s.10): what is released of some days, and what is not. */
export const packageInput = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    ...{ folder, audience },
    /** How the request is known: its number, or what it was filed under. */
    reference: z.string().trim().min(2).max(80),
    /** Day on which it came in. */
    receivedOn: z.iso.date(),
    parts: z
      .array(z.enum(PACKAGE_PARTS))
      .min(1)
      .default([...PACKAGE_PARTS]),
    /** Parts that every record goes without, each with its exemption. */
    leaveOut: z.array(z.strictObject({ name: z.string().max(60), reason: exemption })).default([]),
    /** Notifications that stay in the house whole, by record number. */
    withhold: z
      .array(z.strictObject({ number: z.string().max(40), reason: exemption }))
      .max(1_000)
      .default([]),
    /** Bookings kept apart from the public daily log by whoever writes it. */
    apart: bookingNumbers,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] });

export interface WrittenPackage {
  /** Path of the zip. */
  readonly file: string;
  /** Number of the package, by which the log knows it. */
  readonly number: string;
  /** Last day on which it was in time. */
  readonly dueOn: string;
  /** Records in it, and arrests of the daily log; null where the log was not asked for. */
  readonly records: number;
  readonly arrests: number | null;
  /** Not in it: what was withheld by hand, and what is about somebody under 18. */
  readonly withheld: { readonly byHand: number; readonly under18: number };
}

export const RELEASE_CALLS = {
  'release.write': entry(['supervisor', 'chief', 'records-clerk'], releaseInput),
  'release.package': entry(['supervisor', 'chief', 'records-clerk'], packageInput),
} as const;

export interface ReleaseOutputs {
  'release.write': WrittenRelease;
  'release.package': WrittenPackage;
}
