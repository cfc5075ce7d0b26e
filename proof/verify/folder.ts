import { HELP_FILE, pdfFile, PROOF_FILE, RECORD_FILE, ROOT_FILE, SIGNING_FILE } from '../bundle.ts';
import { isSameHash } from '../bytes.ts';
import { checkCopy } from './copy.ts';
import { fail, pass, type Files, type Finding } from './finding.ts';
import { checkPdf } from './pdf.ts';

const KNOWN: readonly string[] = [RECORD_FILE, PROOF_FILE, SIGNING_FILE, ROOT_FILE, HELP_FILE];

/** Whether a file of this name belongs to a record. */
export function belongs(name: string): boolean {
  return KNOWN.includes(name) || /^EXP-\d{4}-\d{6,}\.pdf$/.test(name);
}

/** What lies in the PDF must be what lies beside it. */
function compare(inside: Files, beside: Files): Finding {
  for (const name of [RECORD_FILE, PROOF_FILE, SIGNING_FILE, ROOT_FILE]) {
    const [one, other] = [inside.get(name), beside.get(name)];
    const same = one === undefined || other === undefined ? one === other : isSameHash(one, other);
    if (!same) return fail('attachments', `${name} in the PDF is not the one beside it`);
  }
  return pass('attachments', 'the files in the PDF are those beside it');
}

async function pdfOf(
  files: Files,
  exportNumber: string | undefined,
  root: string | undefined,
): Promise<readonly Finding[]> {
  const names = [...files.keys()].filter((name) => name.endsWith('.pdf'));
  if (names.length === 0) return [];
  const [file] = exportNumber === undefined ? [] : [files.get(pdfFile(exportNumber))];
  if (file === undefined || names.length > 1) return [fail('pdf', `not the PDF of this record: ${names.join(', ')}`)];
  const { findings, files: inside } = await checkPdf(file, root);
  const own = findings.filter((finding) => finding.name.startsWith('pdf'));
  return [...own, ...(inside.size === 0 ? [] : [compare(inside, files)])];
}

/** Checks what lies in one folder: a record, its PDF and what comes with them. `others` are names that were not read. */
export async function checkFolder(files: Files, others: readonly string[], root?: string): Promise<readonly Finding[]> {
  if (!files.has(RECORD_FILE)) return [fail('format', `there is no ${RECORD_FILE} in the folder`)];
  const { checked, findings } = await checkCopy(files, root);
  const rest = others.length === 0 ? [] : [pass('other files', `not looked at: ${others.join(', ')}`)];
  return [...findings, ...(await pdfOf(files, checked.header?.jti, root)), ...rest];
}
