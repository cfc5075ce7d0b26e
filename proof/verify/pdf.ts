import { RECORD_FILE } from '../bundle.ts';
import { lettersOf } from '../bytes.ts';
import { checkCopy } from './copy.ts';
import type { Chain, Expected } from './chain.ts';
import { fail, pass, type Files, type Finding } from './finding.ts';
import { filesInPdf } from './pdf-files.ts';
import { checkPaper } from './paper.ts';
import { checkPdfSignature, findPdfSignature, type PdfSignature } from './pdf-signature.ts';
import type { CheckedRecord } from './record.ts';

export interface CheckedPdf {
  readonly findings: readonly Finding[];
  /** What is inside, as far as it could be read. */
  readonly files: Files;
  /** Of a paper without a record, where its certificates hold. */
  readonly chain?: Chain;
}

/** The time that a reader of PDF shows is the one of the record. */
function dateOf({ signedAt }: PdfSignature, { header }: CheckedRecord): Finding {
  const iat = new Date((header?.iat ?? 0) * 1_000).toISOString();
  const expected = `D:${iat.slice(0, 19).replaceAll(/[-T:]/g, '')}Z`;
  return signedAt === expected
    ? pass('pdf date', 'the same as in the record')
    : fail('pdf date', 'the PDF and the record in it tell different times of signing');
}

async function signatureOf(file: Uint8Array, found: PdfSignature, checked: CheckedRecord): Promise<readonly Finding[]> {
  if (checked.chain === undefined)
    return [fail('pdf', 'without sound certificates no signature can be checked', found.from)];
  return [await checkPdfSignature(file, found, checked.chain), dateOf(found, checked)];
}

/** Checks a PDF by itself: its signature, the record inside it and what comes with that. */
export async function checkPdf(file: Uint8Array, root?: Expected): Promise<CheckedPdf> {
  const none: Files = new Map();
  const text = lettersOf(file);
  const found = findPdfSignature(text);
  if ('ok' in found) return { findings: [found], files: none };
  const files = await filesInPdf(file, text);
  if (files === undefined) return { findings: [fail('pdf', 'the files in it cannot be read')], files: none };
  if (!files.has(RECORD_FILE)) return { ...(await checkPaper(file, { found, inside: files }, root)), files };
  const { checked, findings } = await checkCopy(files, root);
  return { findings: [...(await signatureOf(file, found, checked)), ...findings], files };
}
