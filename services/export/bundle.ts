import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, bad, good } from '../keys/outcome.ts';
import { certificatePem, certificatesPem } from '../../proof/pem.ts';
import { isThere, syncFolder, systemCode, writeNewFile, writeRefusal } from '../keys/safe-files.ts';
import { HELP_FILE, PAGE_FILE, pdfFile, PROOF_FILE, RECORD_FILE, ROOT_FILE, SIGNING_FILE } from '../../proof/bundle.ts';
import { helpText } from '../../proof/help-text.ts';
import { helpOf } from '../../proof/verify/bundle-files.ts';
import { readCertificate } from '../../proof/verify/certificate.ts';
import { openRecord } from './open-record.ts';
import type { Attachment } from './pdf/paper.ts';
import { verifierPage } from './verifier-page.ts';

const FOR_OTHERS = 0o644;
const NUMBER = /^EXP-\d{4}-\d{6,}$/;

/** A record as machines read it. */
export interface MachineRecord {
  readonly record: string;
  /** Text of the proof that the record is in the log. */
  readonly logProof?: string | undefined;
}

interface FilesOfRecord extends MachineRecord {
  readonly exportNumber: string;
  readonly pdf?: Uint8Array;
}

interface Bundle extends FilesOfRecord {
  /** Where the person wants it; the record gets a folder of its own in it, named by its number. */
  readonly folder: string;
}

export interface WrittenBundle {
  readonly folder: string;
  /** Names inside the folder. */
  readonly files: readonly string[];
}

/** The files that lie in the PDF as well as beside it. */
export function machineFiles({ record, logProof }: MachineRecord): readonly Attachment[] {
  const { signing, issuers, root } = openRecord(record);
  const pem = 'application/x-pem-file';
  const about = [
    [RECORD_FILE, 'application/sd-jwt', 'The record, signed', record],
    [PROOF_FILE, 'text/plain', 'Proof that it is in the log', logProof],
    [SIGNING_FILE, pem, 'Certificate of the signing key', certificatesPem([signing, ...issuers.slice(0, -1)])],
    [ROOT_FILE, pem, 'Certificate of the station', certificatePem(root)],
  ] as const;
  return about.flatMap(([name, type, description, content]) =>
    content === undefined ? [] : [{ name, type, description, content: Buffer.from(content) }],
  );
}

type Files = readonly (readonly [name: string, content: string | Uint8Array])[];

/** Every file of a record's folder, by name. */
export async function filesOf(bundle: FilesOfRecord): Promise<Files> {
  const { record, exportNumber, pdf } = bundle;
  const { header, root } = openRecord(record);
  const said = helpOf({ root: await readCertificate(root), issuers: header.x5c.slice(1) });
  return [
    ...(pdf === undefined ? [] : [[pdfFile(exportNumber), pdf] as const]),
    ...machineFiles(bundle).map(({ name, content }) => [name, content] as const),
    [HELP_FILE, helpText({ exportNumber, audience: header.aud, ...said })],
    [PAGE_FILE, await verifierPage()],
  ];
}

async function fill(part: string, files: Files): Promise<void> {
  await mkdir(part, { recursive: true });
  for (const [name, content] of files) {
    await writeNewFile(join(part, name), content, FOR_OTHERS);
    await chmod(join(part, name), FOR_OTHERS);
  }
  await syncFolder(part);
}

/** Writes a record's folder as a whole or not at all, and never into one that is there already. */
export async function writeBundle(bundle: Bundle): Promise<Outcome<WrittenBundle>> {
  const { folder: into, exportNumber } = bundle;
  if (!NUMBER.test(exportNumber)) throw new RangeError('export number');
  const folder = join(into, exportNumber);
  const part = join(into, `.${exportNumber}.part`);
  const files = await filesOf(bundle);
  const field = 'folder';
  if (await isThere(folder))
    return bad('wrong-value', { field, params: { why: 'already-there', folder: exportNumber } });
  try {
    await rm(part, { recursive: true, force: true });
    await fill(part, files);
    await rename(part, folder);
    await syncFolder(into);
    return good({ folder, files: files.map(([name]) => name) });
  } catch (thrown) {
    await rm(part, { recursive: true, force: true }).catch(() => undefined);
    const taken = ['EEXIST', 'ENOTEMPTY'].includes(systemCode(thrown));
    const refusal = taken
      ? bad('wrong-value', { field, params: { why: 'already-there' } })
      : writeRefusal(thrown, field);
    if (refusal === undefined) throw thrown;
    return refusal;
  }
}
