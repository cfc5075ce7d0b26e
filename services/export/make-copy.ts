import type { z } from 'zod';
import type { exportInput } from '../../contract/notification.ts';
import type { ReadDb } from '../../db/database.ts';
import { LEAVE_OUT_WORDS } from '../../policy/release.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import type { SignedHead } from '../ledger/sign-head.ts';
import type { MachineRecord } from './bundle.ts';
import type { FoundRecord } from './find-records.ts';
import { logOf, recordProof } from './log-proof.ts';
import type { StationCertificate } from '../keys/in-force.ts';
import { signRecord } from './sdjwt.ts';

/** What is told about a copy: to whom, for what, without which parts. */
export type ToldOfCopy = Pick<z.output<typeof exportInput>, 'audience' | 'purpose' | 'leaveOut'>;

export interface Signer {
  readonly key: SigningKey;
  readonly certificates: readonly StationCertificate[];
}

export interface CopyToMake extends Signer {
  readonly db: ReadDb;
  readonly found: FoundRecord;
  readonly told: ToldOfCopy;
  readonly number: string;
  readonly issuedAt: Date;
  /** The newest head of the log as it goes on, and its name. */
  readonly head: () => Promise<SignedHead>;
  readonly origin: string;
  /** At the head of each page. */
  readonly stamp?: string | undefined;
}

export interface Copy extends MachineRecord {
  readonly pdf: Uint8Array;
}

/** Signs one copy of a record: for machines, and as a PDF. */
export async function makeCopy({
  db,
  found,
  told,
  number,
  issuedAt,
  head,
  origin,
  ...rest
}: CopyToMake): Promise<Copy> {
  const { leaf, disclosures, seq } = found;
  const { audience, purpose, leaveOut } = told;
  const { key, certificates, stamp } = rest;
  const without = leaveOut.map(({ name }) => name);
  const of = { leaf, disclosures, leaveOut: without, certificates, key, issuer: logOf(leaf), audience };
  const record = signRecord({ ...of, exportNumber: number, issuedAt });
  const logProof = await recordProof(db, { seq, leaf, head: await head(), origin, key });
  const leftOut = leaveOut.map(({ name, reason }) => ({ name, reason: LEAVE_OUT_WORDS[reason] }));
  // Fonts and the PDF writer are loaded by whoever writes a copy, not as the station starts.
  const { recordPdf } = await import('./record-pdf.ts');
  return { record, logProof, pdf: await recordPdf({ record, logProof, purpose, leftOut, stamp, key }) };
}
