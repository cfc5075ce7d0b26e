import { hash } from 'node:crypto';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT_FILE, SIGNING_FILE } from '../../proof/bundle.ts';
import { certificatePem, certificatesPem } from '../../proof/pem.ts';
import { bad, good, type Outcome } from '../keys/outcome.ts';
import { isThere, syncFolder, writeNewFile, writeRefusal } from '../keys/safe-files.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { thumbprintOfPrivate } from '../keys/thumbprint.ts';
import type { Attachment, Paper } from './pdf/paper.ts';
import type { StationCertificate } from '../keys/in-force.ts';
import { chainOf } from './sdjwt.ts';

export type ReleaseFiles = readonly (readonly [name: string, content: string | Uint8Array])[];

interface ToSign {
  readonly name: string;
  readonly paper: Omit<Paper, 'attachments'>;
  /** Files that lie in the PDF as well as beside it. */
  readonly files: readonly (readonly [name: string, content: string])[];
  readonly key: SigningKey;
  readonly certificates: readonly StationCertificate[];
}

const typeOf = (name: string): string => (name.endsWith('.json') ? 'application/json' : 'text/plain');

/** The files of a paper: a signed PDF with the others inside it, and those beside it. */
export async function releaseFiles({ name, paper, files, key, certificates }: ToSign): Promise<ReleaseFiles> {
  const chain = chainOf(certificates, thumbprintOfPrivate(key));
  const root = chain.at(-1) ?? new Uint8Array();
  const attachments = files.map(([file, content]): Attachment => ({
    name: file,
    type: typeOf(file),
    description: file,
    content: Buffer.from(content),
  }));
  const { signedPdf } = await import('./pdf/signed-pdf.ts');
  const pdf = await signedPdf({ ...paper, attachments }, { key, chain });
  return [
    [`${name}.pdf`, pdf],
    ...files,
    [SIGNING_FILE, certificatesPem(chain.slice(0, -1))],
    [ROOT_FILE, certificatePem(root)],
  ];
}

/** SHA-256 of each file, by name. */
export function digestsOf(files: ReleaseFiles): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(([name, content]) => [name, hash('sha256', content, 'hex')]));
}

const FOR_OTHERS = 0o644;

/** The folder that a paper is to lie in, where none is there yet. */
export async function folderFor(into: string, name: string): Promise<Outcome<string>> {
  const folder = join(into, name);
  return (await isThere(folder))
    ? bad('wrong-value', { field: 'folder', params: { why: 'already-there', folder: name } })
    : good(folder);
}

/** Writes the folder of a paper as a whole or not at all, and never over one that is there. */
export async function writeRelease(into: string, name: string, files: ReleaseFiles): Promise<Outcome<string>> {
  const free = await folderFor(into, name);
  if (!free.ok) return free;
  const folder = free.value;
  const part = join(into, `.${name}.part`);
  try {
    await rm(part, { recursive: true, force: true });
    await mkdir(part);
    for (const [file, content] of files) {
      await writeNewFile(join(part, file), content, FOR_OTHERS);
      await chmod(join(part, file), FOR_OTHERS);
    }
    await syncFolder(part);
    await rename(part, folder);
    await syncFolder(into);
    return good(folder);
  } catch (thrown) {
    await rm(part, { recursive: true, force: true }).catch(() => undefined);
    const refusal = writeRefusal(thrown, 'folder');
    if (refusal === undefined) throw thrown;
    return refusal;
  }
}
