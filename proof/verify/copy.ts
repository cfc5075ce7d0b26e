import { PROOF_FILE, RECORD_FILE } from '../bundle.ts';
import { checkFiles } from './bundle-files.ts';
import type { Expected } from './chain.ts';
import type { Files, Finding } from './finding.ts';
import { checkLogProof } from './log-proof.ts';
import { checkRecord, type CheckedRecord } from './record.ts';

export interface CheckedCopy {
  readonly checked: CheckedRecord;
  readonly findings: readonly Finding[];
}

/** Checks a record with its proof and the files beside it, wherever they were: in a folder, a PDF or a zip. */
export async function checkCopy(files: Files, root?: Expected): Promise<CheckedCopy> {
  const checked = await checkRecord(files.get(RECORD_FILE) ?? new Uint8Array(), root);
  const proof = files.get(PROOF_FILE);
  const logged = proof === undefined ? [] : await checkLogProof(checked, proof);
  return { checked, findings: [...checked.findings, ...logged, ...checkFiles(checked, files)] };
}
