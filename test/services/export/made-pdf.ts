import { recordPdf } from '../../../services/export/record-pdf.ts';
import type { IssuedCertificates } from '../../../services/keys/certificates.ts';
import { makeRecord, privateKeyOf } from './made-record.ts';

interface Made {
  readonly logProof?: string;
  readonly leaveOut?: readonly string[];
  readonly purpose?: string;
}

/** A signed PDF of the made-up record, with the record itself. */
export async function makePdf(
  issued: IssuedCertificates,
  { logProof, leaveOut = [], purpose = 'Motion in docket 26-0412' }: Made = {},
): Promise<{ readonly record: string; readonly pdf: Buffer }> {
  const record = makeRecord(issued, { leaveOut });
  const leftOut = leaveOut.map((name) => ({ name, reason: 'Privacy, G.L. c.4 s.7 cl.26(c)' }));
  const key = privateKeyOf(issued.signingPrivateKey);
  return { record, pdf: await recordPdf({ record, logProof, purpose, leftOut, key }) };
}
