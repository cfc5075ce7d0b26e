import { PROOF_FILE, ROOT_FILE, WAY_FILES } from '../bundle.ts';
import { concat, lettersOf, textOf } from '../bytes.ts';
import { readLogProof } from '../tlog-proof.ts';
import { checkLooseCertificate } from './bundle-files.ts';
import type { Known } from './chain.ts';
import { checkHeadBy, compareHeads, readHead, type Head } from './checkpoints.ts';
import { isCrl } from './crl.ts';
import { fail, MOST_BYTES, pass, type Files, type Finding } from './finding.ts';
import { belongs, checkFolder, isWithoutHead, readPacket, waysFrom, type Packet } from './folder.ts';
import { headAgainstRoot } from './head-root.ts';
import { checkLogProof } from './log-proof.ts';
import { checkPdf } from './pdf.ts';
import { checkRecord } from './record.ts';
import { lastName, verdictOf, type Looked, type Verdict } from './verdict.ts';
import { readWays, type Way } from './ways.ts';
import { checkZip } from './zip-folders.ts';

/** A file that was handed in. */
export interface GivenFile {
  readonly path: string;
  /** Its bytes, or why they could not be read. */
  readonly content: Uint8Array | Finding;
}

/** A folder with what lies right in it. */
export interface GivenFolder {
  readonly path: string;
  readonly files: readonly GivenFile[];
}

export type Given = GivenFile | GivenFolder;

export interface Asked {
  /** Expected SHA-256 fingerprint of the root, hex with or without colons; several with commas between. */
  readonly root?: string | undefined;
  /** A head of the log that is trusted: from an earlier copy, from the town clerk. */
  readonly checkpoint?: GivenFile | undefined;
  /** The list of certificates that the station called back, from elsewhere. */
  readonly crl?: GivenFile | undefined;
  /** Ways from it, where any lie beside one of the heads. */
  readonly consistency?: readonly Uint8Array[] | undefined;
}

/** What was handed in beside the records: certificates, proofs, a way between two heads. */
interface Beside {
  /** What is known of the station. */
  readonly root: Known;
  readonly loose: Files;
  readonly trusted: Head | undefined;
  readonly ways: readonly Way[];
}

const isLoose = (path: string): boolean => /\.(pem|tlog-proof)$/.test(path) || WAY_FILES.includes(lastName(path));

interface Brought {
  readonly head: Head | undefined;
  /** The heads that a packet for the town clerk leads on from, and its ways. */
  readonly packet?: Packet | undefined;
}

/** The head in the proof of a record, or in a packet. `files`: of a record or of a paper. */
function broughtIn(files: Files): Brought {
  const proof = files.get(PROOF_FILE);
  if (proof !== undefined) return { head: readHead(readLogProof(textOf(proof))?.checkpoint ?? '') };
  const packet = readPacket(files);
  return { head: packet?.head, packet };
}

const NO_HEAD = 'this paper brings no signed head of the log: it is not compared with the one that was handed in';

/** Nothing is wrong with a paper that has none to bring; a record should. */
function withoutHead(files: Files): Finding {
  return isWithoutHead(files)
    ? pass('growth', NO_HEAD)
    : fail('growth', 'there is no head of a log in it to compare with');
}

/** Where two heads are there, the log must have grown from one to the other. */
async function againstTrusted(files: Files, { trusted, ways }: Beside): Promise<readonly Finding[]> {
  if (trusted === undefined) return [];
  const { head, packet } = broughtIn(files);
  if (head === undefined) return [withoutHead(files)];
  const leading = waysFrom(packet, trusted.checkpoint.size) ?? ways;
  return [await compareHeads(trusted.checkpoint, head.checkpoint, leading)];
}

async function lookAtFolder({ path, files: all }: GivenFolder, beside: Beside): Promise<readonly Looked[]> {
  const files = new Map<string, Uint8Array>();
  for (const { path: name, content } of all)
    if (belongs(name) && content instanceof Uint8Array) files.set(name, content);
  const others = all.map((one) => one.path).filter((name) => !files.has(name));
  const findings = await checkFolder(files, others, beside.root);
  return [{ path, findings: [...findings, ...(await againstTrusted(files, beside))] }];
}

async function lookAtRecord(content: Uint8Array, beside: Beside): Promise<readonly Finding[]> {
  const checked = await checkRecord(content, beside.root);
  const findings = [...checked.findings];
  const proofs = new Map<string, Uint8Array>();
  for (const [name, file] of beside.loose) {
    if (name.endsWith('.pem')) findings.push(checkLooseCertificate(checked, name, file));
    if (name.endsWith('.tlog-proof')) {
      proofs.set(PROOF_FILE, file);
      findings.push(...(await checkLogProof(checked, file)));
    }
  }
  return [...findings, ...(await againstTrusted(proofs, beside))];
}

async function lookAtPdf(content: Uint8Array, beside: Beside): Promise<readonly Finding[]> {
  const { findings, files } = await checkPdf(content, beside.root);
  return [...findings, ...(await againstTrusted(files, beside))];
}

async function lookAtHead(head: Head, { loose, root: known, trusted, ways }: Beside): Promise<readonly Finding[]> {
  const pems = [...loose].filter(([name]) => name.endsWith('.pem')).map(([name, at]) => ({ name, pem: textOf(at) }));
  const growth = trusted === undefined ? [] : [await compareHeads(trusted.checkpoint, head.checkpoint, ways)];
  const { finding, signing } = await checkHeadBy(
    head,
    pems.filter(({ name }) => name !== ROOT_FILE),
  );
  const { root } = known;
  const held = root === undefined || !finding.ok ? [] : await headAgainstRoot(signing, pems, root);
  return [finding, ...held, ...growth];
}

const startsWith = (content: Uint8Array, letters: string): boolean =>
  lettersOf(content.subarray(0, letters.length)) === letters;

async function lookAtFile({ path, content }: GivenFile, beside: Beside): Promise<readonly Looked[]> {
  if (!(content instanceof Uint8Array)) return [{ path, findings: [content] }];
  if (startsWith(content, 'PK')) {
    const each = (files: Files): Promise<readonly Finding[]> => againstTrusted(files, beside);
    return checkZip(path, content, { root: beside.root, each });
  }
  if (content.length > MOST_BYTES) return [{ path, findings: [fail('format', 'far too large for a record')] }];
  if (startsWith(content, '%PDF-')) return [{ path, findings: await lookAtPdf(content, beside) }];
  const head = readHead(textOf(content));
  const findings = head === undefined ? lookAtRecord(content, beside) : lookAtHead(head, beside);
  return [{ path, findings: await findings }];
}

interface Loose {
  readonly loose: Files;
  /** Lists of called-back certificates. */
  readonly lists: readonly Uint8Array[];
  readonly lost: readonly Looked[];
}

function readLoose(given: readonly GivenFile[]): Loose {
  const loose = new Map<string, Uint8Array>();
  const lists: Uint8Array[] = [];
  const lost: Looked[] = [];
  for (const { path, content } of given) {
    if (!(content instanceof Uint8Array)) lost.push({ path, findings: [content] });
    else if (isCrl(content)) lists.push(content);
    else loose.set(lastName(path), content);
  }
  return { loose, lists, lost };
}

/** The trusted head, and ways from it: among what was handed in, or beside the heads. */
function readTrusted(
  { checkpoint, consistency = [] }: Asked,
  loose: Files,
): Pick<Beside, 'trusted' | 'ways'> | Finding {
  if (checkpoint === undefined) return { trusted: undefined, ways: [] };
  const { content } = checkpoint;
  const trusted = content instanceof Uint8Array ? readHead(textOf(content)) : undefined;
  if (trusted === undefined) return fail('checkpoint', 'the trusted head cannot be read');
  const there = [...WAY_FILES.map((name) => loose.get(name)), ...consistency].filter((one) => one !== undefined);
  return { trusted, ways: there.flatMap((one) => readWays(textOf(one))) };
}

/** A list that cannot be read stays in, as nothing that can be read: each record says so. */
function knownOf({ root, crl }: Asked, beside: readonly Uint8Array[]): Known {
  if (crl === undefined) return { root, crl: beside.length === 0 ? undefined : concat(...beside) };
  return { root, crl: crl.content instanceof Uint8Array ? crl.content : new Uint8Array() };
}

const isFile = (given: Given): given is GivenFile => 'content' in given;

/**
 * Checks records by themselves, in their folders, in PDF or zip, and heads of the log. Certificates, proofs and a
 * list of called-back certificates among what is given are held against each record.
 */
export async function verify(given: readonly Given[], asked: Asked = {}): Promise<Verdict> {
  const aside = (one: Given): boolean => isFile(one) && isLoose(one.path);
  const { loose, lists, lost } = readLoose(given.filter(isFile).filter(aside));
  const known = knownOf(asked, lists);
  const trusted = readTrusted(asked, loose);
  if ('ok' in trusted) return verdictOf([{ path: asked.checkpoint?.path ?? '', findings: [trusted] }]);
  const beside: Beside = { root: known, loose, ...trusted };
  const looked: Looked[] = [...lost];
  for (const one of given.filter((each) => !aside(each)))
    looked.push(...(isFile(one) ? await lookAtFile(one, beside) : await lookAtFolder(one, beside)));
  if (looked.length === 0) looked.push({ path: 'paths', findings: [fail('format', 'no record was named')] });
  return verdictOf(looked);
}
