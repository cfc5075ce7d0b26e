import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { CheckReport } from '../../contract/system.ts';
import { HELP_FILE, PROOF_FILE, RECORD_FILE, ROOT_FILE, SIGNING_FILE } from '../export/bundle.ts';
import { checkFiles, checkLooseCertificate } from './bundle-files.ts';
import { fail, pass, type Finding } from './finding.ts';
import { checkLogProof } from './log-proof.ts';
import { checkRecord } from './record.ts';

export interface VerifyOptions {
  /** Expected SHA-256 fingerprint of the station's certificate, hex with or without colons. */
  readonly root?: string;
}

/** A file that was looked at and what was found in it. */
interface Looked {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** Far more than any record: what is larger is not one. */
const MOST_BYTES = 4_194_304;
const KNOWN_FILES: readonly string[] = [RECORD_FILE, PROOF_FILE, SIGNING_FILE, ROOT_FILE, HELP_FILE];

async function readSmall(path: string): Promise<Uint8Array | Finding> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return fail('format', 'far too large for a record');
    return await readFile(path);
  } catch {
    return fail('format', 'there is no such file, or it may not be read');
  }
}

async function readKnown(folder: string, names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of names.filter((one) => KNOWN_FILES.includes(one))) {
    const content = await readSmall(join(folder, name));
    if (content instanceof Uint8Array) files.set(name, content);
  }
  return files;
}

async function lookAtFolder(folder: string, options: VerifyOptions): Promise<Looked> {
  const names = (await readdir(folder)).sort();
  const files = await readKnown(folder, names);
  const record = files.get(RECORD_FILE);
  if (record === undefined)
    return { path: folder, findings: [fail('format', `there is no ${RECORD_FILE} in the folder`)] };
  const checked = checkRecord(record, options.root);
  const proof = files.get(PROOF_FILE);
  const logged = proof === undefined ? [] : checkLogProof(checked, proof);
  const others = names.filter((name) => !KNOWN_FILES.includes(name));
  const rest = others.length === 0 ? [] : [pass('other files', `not looked at: ${others.join(', ')}`)];
  return { path: folder, findings: [...checked.findings, ...logged, ...checkFiles(checked, files), ...rest] };
}

async function lookAtFile(path: string, loose: readonly string[], options: VerifyOptions): Promise<Looked> {
  const content = await readSmall(path);
  if (!(content instanceof Uint8Array)) return { path, findings: [content] };
  const checked = checkRecord(content, options.root);
  const findings = [...checked.findings];
  for (const file of loose) {
    const certificate = await readSmall(file);
    findings.push(
      certificate instanceof Uint8Array ? checkLooseCertificate(checked, basename(file), certificate) : certificate,
    );
  }
  return { path, findings };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function firstBad(looked: readonly Looked[]): string | undefined {
  for (const { path, findings } of looked) {
    const found = findings.find((finding) => !finding.ok);
    if (found !== undefined) {
      const where = found.at === undefined ? '' : `, byte ${String(found.at)}`;
      return `${basename(path)}: ${found.name}${where}`;
    }
  }
  return undefined;
}

function reportOf(looked: readonly Looked[]): CheckReport {
  const checks = looked.flatMap(({ path, findings }) =>
    findings.map(({ name, ok, detail }) => ({
      name: looked.length > 1 ? `${basename(path)}: ${name}` : name,
      ok,
      detail,
    })),
  );
  const bad = firstBad(looked);
  const ok = checks.length > 0 && checks.every((check) => check.ok);
  return bad === undefined ? { ok, checks } : { ok, checks, firstBad: bad };
}

/** Checks records by themselves or in their folders. Certificates among the paths are compared with each record given. */
export async function verifyPath(paths: readonly string[], options: VerifyOptions = {}): Promise<CheckReport> {
  const certificates = paths.filter((path) => extname(path) === '.pem');
  const looked: Looked[] = [];
  for (const path of paths.filter((one) => !certificates.includes(one))) {
    const folder = await isFolder(path);
    looked.push(folder ? await lookAtFolder(path, options) : await lookAtFile(path, certificates, options));
  }
  if (looked.length === 0) looked.push({ path: 'paths', findings: [fail('format', 'no record was named')] });
  return reportOf(looked);
}
