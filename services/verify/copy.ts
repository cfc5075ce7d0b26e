import { PROOF_FILE, RECORD_FILE } from '../export/bundle.ts';
import { checkFiles } from './bundle-files.ts';
import type { Finding } from './finding.ts';
import { checkLogProof } from './log-proof.ts';
import { checkRecord, type CheckedRecord } from './record.ts';

/** Contents by name. */
export type Files = ReadonlyMap<string, Buffer>;

export interface CheckedCopy {
  readonly checked: CheckedRecord;
  readonly findings: readonly Finding[];
}

/** Checks a record with its proof and the files beside it, wherever they were: in a folder, a PDF or a zip. */
export function checkCopy(files: Files, root?: string): CheckedCopy {
  const checked = checkRecord(files.get(RECORD_FILE) ?? Buffer.alloc(0), root);
  const proof = files.get(PROOF_FILE);
  const logged = proof === undefined ? [] : checkLogProof(checked, proof);
  return { checked, findings: [...checked.findings, ...logged, ...checkFiles(checked, files)] };
}
