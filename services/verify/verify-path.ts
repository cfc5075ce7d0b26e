import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { CheckReport } from '../../contract/system.ts';
import { readLogProof } from '../../proof/tlog-proof.ts';
import { checkLooseCertificate } from './bundle-files.ts';
import { checkHead, compareHeads, readConsistency, readHead, type Head } from './checkpoints.ts';
import type { Files } from './copy.ts';
import { fail, type Finding } from './finding.ts';
import { belongs, checkFolder } from './folder.ts';
import { checkLogProof } from './log-proof.ts';
import { checkPdf } from './pdf.ts';
import { PROOF_FILE } from '../export/bundle.ts';
import { readSmall } from './read-small.ts';
import { checkRecord } from './record.ts';
import { reportOf, type Looked } from './verdict.ts';
import { checkZip } from './zip-folders.ts';
import { MOST_ZIP_BYTES } from './zip.ts';

export interface VerifyOptions {
  /** Expected SHA-256 fingerprint of the station's certificate, hex with or without colons. */
  readonly root?: string;
  /** File with a head of the log that is trusted: from an earlier copy, from the town clerk. */
  readonly checkpoint?: string;
}

/** What was handed in beside the records: certificates, proofs, a way between two heads. */
interface Beside {
  readonly root: string | undefined;
  readonly loose: ReadonlyMap<string, Buffer>;
  readonly trusted: Head | undefined;
  readonly path: readonly Uint8Array[] | undefined;
}

const LOOSE = ['.pem', '.tlog-proof'];
const CONSISTENCY = 'consistency.txt';
const isLoose = (path: string): boolean => LOOSE.includes(extname(path)) || basename(path) === CONSISTENCY;

/** Where two heads are there, the log must have grown from one to the other. */
function againstTrusted(proof: Buffer | undefined, { trusted, path }: Beside): readonly Finding[] {
  if (trusted === undefined) return [];
  const head = readHead(readLogProof(proof?.toString('utf8') ?? '')?.checkpoint ?? '');
  if (head === undefined) return [fail('growth', 'the record has no head of a log to compare with')];
  return [compareHeads(trusted.checkpoint, head.checkpoint, path)];
}

async function lookAtFolder(folder: string, beside: Beside): Promise<readonly Looked[]> {
  const names = (await readdir(folder)).sort();
  const files = new Map<string, Buffer>();
  for (const name of names.filter(belongs)) {
    const content = await readSmall(join(folder, name));
    if (content instanceof Uint8Array) files.set(name, content);
  }
  const others = names.filter((name) => !files.has(name));
  const findings = checkFolder(files, others, beside.root);
  return [{ path: folder, findings: [...findings, ...againstTrusted(files.get(PROOF_FILE), beside)] }];
}

function lookAtRecord(content: Buffer, { root, loose, ...beside }: Beside): readonly Finding[] {
  const checked = checkRecord(content, root);
  const findings = [...checked.findings];
  let proof: Buffer | undefined;
  for (const [name, file] of loose) {
    if (name.endsWith('.pem')) findings.push(checkLooseCertificate(checked, name, file));
    if (name.endsWith('.tlog-proof')) {
      proof = file;
      findings.push(...checkLogProof(checked, file));
    }
  }
  return [...findings, ...againstTrusted(proof, { root, loose, ...beside })];
}

function lookAtPdf(content: Buffer, beside: Beside): readonly Finding[] {
  const { findings, files } = checkPdf(content, beside.root);
  return [...findings, ...againstTrusted(files.get(PROOF_FILE), beside)];
}

function lookAtHead(head: Head, { loose, trusted, path }: Beside): readonly Finding[] {
  const signing = loose.get('station-signing.pem')?.toString('latin1');
  const growth = trusted === undefined ? [] : [compareHeads(trusted.checkpoint, head.checkpoint, path)];
  return [checkHead(head, signing), ...growth];
}

async function lookAtFile(path: string, beside: Beside): Promise<readonly Looked[]> {
  const content = await readSmall(path, MOST_ZIP_BYTES);
  if (!(content instanceof Uint8Array)) return [{ path, findings: [content] }];
  if (content.subarray(0, 2).toString('latin1') === 'PK') {
    const each = (files: Files): readonly Finding[] => againstTrusted(files.get(PROOF_FILE), beside);
    return checkZip(path, content, { root: beside.root, each });
  }
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return [{ path, findings: lookAtPdf(content, beside) }];
  const head = readHead(content.toString('utf8'));
  return [{ path, findings: head === undefined ? lookAtRecord(content, beside) : lookAtHead(head, beside) }];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function readLoose(paths: readonly string[]): Promise<readonly [ReadonlyMap<string, Buffer>, readonly Looked[]]> {
  const loose = new Map<string, Buffer>();
  const lost: Looked[] = [];
  for (const path of paths) {
    const content = await readSmall(path);
    if (content instanceof Uint8Array) loose.set(basename(path), content);
    else lost.push({ path, findings: [content] });
  }
  return [loose, lost];
}

/** The trusted head, and the way from it: among what was handed in, or beside the head. */
async function readTrusted(
  checkpoint: string | undefined,
  loose: ReadonlyMap<string, Buffer>,
): Promise<Pick<Beside, 'trusted' | 'path'> | Finding> {
  if (checkpoint === undefined) return { trusted: undefined, path: undefined };
  const content = await readSmall(checkpoint);
  const trusted = content instanceof Uint8Array ? readHead(content.toString('utf8')) : undefined;
  if (trusted === undefined) return fail('checkpoint', 'the trusted head cannot be read');
  const there = loose.get(CONSISTENCY) ?? (await readSmall(join(dirname(checkpoint), CONSISTENCY)));
  const path = there instanceof Uint8Array ? readConsistency(there.toString('utf8')) : undefined;
  return { trusted, path };
}

/**
 * Checks records by themselves, in their folders, in PDF or zip, and heads of the log. Certificates and proofs among
 * the paths are held against each record given.
 */
export async function verifyPath(paths: readonly string[], options: VerifyOptions = {}): Promise<CheckReport> {
  const [loose, lost] = await readLoose(paths.filter(isLoose));
  const trusted = await readTrusted(options.checkpoint, loose);
  if ('ok' in trusted) return reportOf([{ path: options.checkpoint ?? '', findings: [trusted] }]);
  const beside: Beside = { root: options.root, loose, ...trusted };
  const looked: Looked[] = [...lost];
  for (const path of paths.filter((one) => !isLoose(one)))
    looked.push(...((await isFolder(path)) ? await lookAtFolder(path, beside) : await lookAtFile(path, beside)));
  if (looked.length === 0) looked.push({ path: 'paths', findings: [fail('format', 'no record was named')] });
  return reportOf(looked);
}
