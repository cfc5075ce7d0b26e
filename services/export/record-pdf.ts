import type { KeyObject } from 'node:crypto';
import { machineFiles, type MachineRecord } from './bundle.ts';
import { openRecord } from './open-record.ts';
import { recordPaper, type LeftOut } from './pdf/record-paper.ts';
import { signedPdf } from './pdf/signed-pdf.ts';

export interface PdfOfRecord extends MachineRecord {
  readonly purpose: string;
  readonly leftOut: readonly LeftOut[];
  /** At the head of each page. */
  readonly stamp?: string | undefined;
  /** The key that signed the record. */
  readonly key: KeyObject;
}

/** A signed record as one PDF: its words on the page, its files inside, signed with the same key. */
export async function recordPdf({ key, ...print }: PdfOfRecord): Promise<Buffer> {
  const { signing, issuers } = openRecord(print.record);
  const attachments = machineFiles(print);
  const paper = recordPaper({ ...print, logProof: print.logProof, attachments });
  return signedPdf(paper, { key, chain: [signing, ...issuers] });
}
