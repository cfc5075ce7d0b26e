import { hash } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST_FILE, MANIFEST_SIGNATURE, MANIFEST_TYPE, PAGE_FILE } from '../../proof/bundle.ts';
import { bad, good, type Outcome } from '../keys/outcome.ts';
import { isThere, syncFolder, writeNewFile, writeRefusal } from '../keys/safe-files.ts';
import { filesOf } from './bundle.ts';
import type { Copy, Signer } from './make-copy.ts';
import { signStatement } from './signed-statement.ts';
import { verifierPage } from './verifier-page.ts';
import { ZipPieces } from './zip.ts';

/** A copy in the zip. */
export interface CopyInZip extends Copy {
  readonly exportNumber: string;
  /** Number of the record. */
  readonly recordNumber: string;
}

interface Batch {
  readonly station: string;
  readonly audience: string;
  readonly purpose: string;
  readonly leftOut: readonly string[];
  readonly issuedAt: string;
}

interface Signing extends Signer {
  /** Name of the log. */
  readonly log: string;
}

type Files = readonly (readonly [name: string, content: string | Uint8Array])[];

const FOR_OTHERS = 0o644;
const sha256 = (content: Uint8Array | string): string => hash('sha256', content, 'hex');

/** Copies one behind the other in memory; nothing lies on a disk before all of them are on record. */
export class BatchZip {
  readonly #zip = new ZipPieces();
  readonly #pieces: Buffer[] = [];
  readonly #listed: unknown[] = [];

  async add(copy: CopyInZip): Promise<void> {
    const files = (await filesOf(copy)).filter(([name]) => name !== PAGE_FILE);
    const digests = this.#put(copy.exportNumber, files);
    this.#listed.push({ export: copy.exportNumber, record: copy.recordNumber, files: digests });
  }

  /** A paper that is no record, in a folder of its own; the list names it by that folder. */
  addPaper(folder: string, files: Files): void {
    this.#listed.push({ export: folder, files: this.#put(folder, files) });
  }

  /** Answers SHA-256 of each file, by name. */
  #put(folder: string, files: Files): Readonly<Record<string, string>> {
    for (const [name, content] of files) this.#pieces.push(this.#zip.add(`${folder}/${name}`, Buffer.from(content)));
    return Object.fromEntries(files.map(([name, content]) => [name, sha256(content)] as const));
  }

  /** Adds the signed list of all of them, and the page that checks them. Answers the zip, and SHA-256 of the list. */
  async end(batch: Batch, { log, ...signer }: Signing): Promise<{ readonly zip: Buffer; readonly manifest: string }> {
    const list = `${JSON.stringify({ v: 1, ...batch, copies: this.#listed }, null, 2)}\n`;
    const manifest = sha256(list);
    const iat = Math.floor(Date.parse(batch.issuedAt) / 1_000);
    const statement = { v: 1, iat, log, manifest, copies: this.#listed.length };
    const signature = signStatement(statement, MANIFEST_TYPE, signer);
    this.#pieces.push(this.#zip.add(MANIFEST_FILE, Buffer.from(list)));
    this.#pieces.push(this.#zip.add(MANIFEST_SIGNATURE, Buffer.from(signature)));
    this.#pieces.push(this.#zip.add(PAGE_FILE, await verifierPage()), this.#zip.end());
    return { zip: Buffer.concat(this.#pieces), manifest };
  }
}

/** Whether a zip of this name could be written there: it is never written over another. */
export async function zipPlace(folder: string, name: string): Promise<Outcome<string>> {
  const path = join(folder, name);
  const refusal = { field: 'folder', params: { why: 'already-there', folder: name } };
  return (await isThere(path)) ? bad('wrong-value', refusal) : good(path);
}

/** Writes the zip as a whole or not at all. */
export async function writeZip(folder: string, name: string, zip: Uint8Array): Promise<Outcome<string>> {
  const part = join(folder, `.${name}.part`);
  try {
    const place = await zipPlace(folder, name);
    if (!place.ok) return place;
    await rm(part, { force: true });
    await writeNewFile(part, zip, FOR_OTHERS);
    await rename(part, place.value);
    await syncFolder(folder);
    return place;
  } catch (thrown) {
    await rm(part, { force: true }).catch(() => undefined);
    const refusal = writeRefusal(thrown, 'folder');
    if (refusal === undefined) throw thrown;
    return refusal;
  }
}
