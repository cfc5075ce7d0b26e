import {
  CONSISTENCY_FILE,
  HELP_FILE,
  OLDER_WAYS_FILE,
  pdfFile,
  PROOF_FILE,
  RECORD_FILE,
  ROOT_FILE,
  SIGNING_FILE,
  WAY_FILES,
} from '../bundle.ts';
import { isSameHash, textOf } from '../bytes.ts';
import { certificatePem } from '../pem.ts';
import type { Chain, Expected } from './chain.ts';
import { checkHead, compareHeads, readHead, type Head } from './checkpoints.ts';
import { checkCopy } from './copy.ts';
import { fail, pass, type Files, type Finding } from './finding.ts';
import { checkBesidePaper } from './paper.ts';
import { checkPdf } from './pdf.ts';
import { readConsistency, readOlderWays, type Way, type WaysBySize } from './ways.ts';

const KNOWN: readonly string[] = [RECORD_FILE, PROOF_FILE, SIGNING_FILE, ROOT_FILE, HELP_FILE, ...WAY_FILES];

/** Papers without a single record in them, and the heads of the log that one of them brings. */
const PAPER = /^(?:audit-sample|clerk-packet|daily-log|public-records|report)-[\w.-]+\.(?:pdf|json|csv)$/;
const HEAD = /^checkpoint-[\w-]+\.txt$/;
const HEAD_BEFORE = 'checkpoint-before.txt';

/** Whether a file of this name belongs to a record, or to a paper. */
export function belongs(name: string): boolean {
  const others = [/^EXP-\d{4}-\d{6,}\.pdf$/, PAPER, HEAD];
  return KNOWN.includes(name) || others.some((one) => one.test(name));
}

/** Whether these are the files of a paper that brings no head of the log: any but the packet for the town clerk. */
export function isWithoutHead(files: Files): boolean {
  const papers = [...files.keys()].filter((name) => PAPER.test(name));
  return !files.has(RECORD_FILE) && papers.length > 0 && !papers.some((name) => name.startsWith('clerk-packet'));
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
  root: Expected | undefined,
): Promise<readonly Finding[]> {
  const names = [...files.keys()].filter((name) => name.endsWith('.pdf'));
  if (names.length === 0) return [];
  const [file] = exportNumber === undefined ? [] : [files.get(pdfFile(exportNumber))];
  if (file === undefined || names.length > 1) return [fail('pdf', `not the PDF of this record: ${names.join(', ')}`)];
  const { findings, files: inside } = await checkPdf(file, root);
  const own = findings.filter((finding) => finding.name.startsWith('pdf'));
  return [...own, ...(inside.size === 0 ? [] : [compare(inside, files)])];
}

function headIn(files: Files, name: string | undefined): Head | undefined {
  const content = name === undefined ? undefined : files.get(name);
  return content === undefined ? undefined : readHead(textOf(content));
}

/** What a packet for the town clerk brings: a head, the one before it, and the ways from that one and from others. */
export interface Packet {
  /** Name of the head's file. */
  readonly name: string;
  readonly head: Head | undefined;
  readonly before: Head | undefined;
  readonly ways: readonly Way[];
  /** From the heads in other packets. */
  readonly older: WaysBySize;
}

/** Undefined where no head lies among the files of a paper. */
export function readPacket(files: Files): Packet | undefined {
  const [name] = [...files.keys()].filter((one) => HEAD.test(one) && one !== HEAD_BEFORE);
  if (name === undefined) return undefined;
  const way = readConsistency(textOf(files.get(CONSISTENCY_FILE) ?? new Uint8Array()));
  const ways = way === undefined ? [] : [way];
  const older = readOlderWays(textOf(files.get(OLDER_WAYS_FILE) ?? new Uint8Array()));
  return { name, head: headIn(files, name), before: headIn(files, HEAD_BEFORE), ways, older };
}

/** The ways that a packet brings from a head of this size; undefined where it leads on from none. */
export function waysFrom(packet: Packet | undefined, size: number): readonly Way[] | undefined {
  if (packet?.before?.checkpoint.size === size) return packet.ways;
  const way = packet?.older.get(size);
  return way === undefined ? undefined : [way];
}

/** The head that a paper brings, and that the log only grew from the one before. */
async function checkHeads(inside: Files, chain: Chain | undefined): Promise<readonly Finding[]> {
  const packet = readPacket(inside);
  if (packet === undefined) return [];
  const { name, head, before, ways } = packet;
  if (head === undefined) return [fail('checkpoint', `${name} is no head of a log`)];
  const signed = await checkHead(head, ...(chain === undefined ? [] : [certificatePem(chain.signing.raw)]));
  return before === undefined ? [signed] : [signed, await compareHeads(before.checkpoint, head.checkpoint, ways)];
}

/** A paper's folder: one signed PDF, and beside it what lies in it. */
async function checkPaperFolder(name: string, files: Files, root: Expected | undefined): Promise<readonly Finding[]> {
  const { findings, files: inside, chain } = await checkPdf(files.get(name) ?? new Uint8Array(), root);
  if (inside.has(RECORD_FILE)) return [fail('format', `there is no ${RECORD_FILE} in the folder`)];
  const known = new Set([name, SIGNING_FILE, ROOT_FILE, ...inside.keys()]);
  const strange = [...files.keys()].filter((one) => !known.has(one));
  const rest = strange.map((one) => fail(one, 'lies in the folder and not in the PDF'));
  const heads = await checkHeads(inside, chain);
  return [...findings, ...heads, ...checkBesidePaper(inside, files, chain), ...rest];
}

function notLookedAt(names: readonly string[]): readonly Finding[] {
  return names.length === 0 ? [] : [pass('other files', `not looked at: ${names.join(', ')}`)];
}

/**
 * Checks what lies in one folder: a record or a paper, its PDF and what comes with them. `others` are names that were not
 * read.
 */
export async function checkFolder(
  files: Files,
  others: readonly string[],
  root?: Expected,
): Promise<readonly Finding[]> {
  const aside = [...files.keys()].filter((name) => PAPER.test(name) || HEAD.test(name) || WAY_FILES.includes(name));
  const [paper, ...more] = [...files.keys()].filter((name) => PAPER.test(name) && name.endsWith('.pdf'));
  if (!files.has(RECORD_FILE) && paper !== undefined && more.length === 0)
    return [...(await checkPaperFolder(paper, files, root)), ...notLookedAt(others)];
  if (!files.has(RECORD_FILE)) return [fail('format', `there is no ${RECORD_FILE} in the folder`)];
  const { checked, findings } = await checkCopy(files, root);
  return [...findings, ...(await pdfOf(files, checked.header?.jti, root)), ...notLookedAt([...aside, ...others])];
}
