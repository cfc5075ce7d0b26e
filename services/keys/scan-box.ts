import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Refusal } from '../../policy/refusal.ts';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { type Outcome, bad, good } from './outcome.ts';
import { NONCE_BYTES, seal, unseal } from './sealed-bytes.ts';

/** A scanned page is far smaller; larger files are no scans. */
const MOST_BYTES = 25 * 1024 * 1024;

/** How each kind of file begins. Its name is not asked: a name may say anything. */
const BEGINNINGS = [
  ['application/pdf', '255044462d'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['image/tiff', '49492a00'],
  ['image/tiff', '4d4d002a'],
] as const;

export type MediaType = (typeof BEGINNINGS)[number][0];

export interface ScanFile {
  readonly bytes: Uint8Array;
  readonly mediaType: MediaType;
}

export interface SealedScan {
  /** Of the bytes before sealing, hex. */
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: MediaType;
  /** Base64url. */
  readonly nonce: string;
  readonly sealed: Uint8Array;
}

const refusal = (what: string): { readonly ok: false; readonly refusal: Refusal } =>
  bad('unreadable-file', { field: 'path', params: { file: 'of the scan', what } });

async function read(path: string): Promise<Outcome<Uint8Array>> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return refusal('It is not there, or may not be read.');
  try {
    const { size } = await file.stat();
    if (size > MOST_BYTES) return refusal('It is larger than 25 MB.');
    return good(new Uint8Array(await file.readFile()));
  } catch {
    return refusal('It is not there, or may not be read.');
  } finally {
    await file.close();
  }
}

function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return BEGINNINGS.find(([, beginning]) => head.startsWith(beginning))?.[0];
}

/** Reads a scanned paper: PDF, PNG, JPEG or TIFF by its own first bytes. */
export async function readScan(path: string): Promise<Outcome<ScanFile>> {
  const found = await read(path);
  if (!found.ok) return found;
  const mediaType = mediaTypeOf(found.value);
  if (mediaType === undefined) return refusal('It is neither PDF, PNG, JPEG nor TIFF.');
  return good({ bytes: found.value, mediaType });
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const contextOf = (matterId: string, sha256: string): string => `sallyport/scan/1 ${matterId} ${sha256}`;

/** Seals a scan under the station's box key, bound to its matter. */
export function sealScan(
  scan: ScanFile,
  key: Uint8Array,
  bound: { readonly matterId: string; readonly random: (size: number) => Uint8Array },
): SealedScan {
  const sha256 = hashOf(scan.bytes);
  const nonce = bound.random(NONCE_BYTES);
  const sealed = seal(scan.bytes, { key, nonce, context: contextOf(bound.matterId, sha256) });
  return { sha256, size: scan.bytes.length, mediaType: scan.mediaType, nonce: toBase64url(nonce), sealed };
}

/** The bytes of a sealed scan; `damaged-database` where they are not those that were sealed for this matter and hash. */
export function unsealScan(
  { nonce, sealed }: { readonly nonce: string; readonly sealed: Uint8Array },
  key: Uint8Array,
  bound: { readonly matterId: string; readonly sha256: string },
): Outcome<ScanFile> {
  const { matterId, sha256 } = bound;
  const context = contextOf(matterId, sha256);
  const bytes = unseal(sealed, { key, nonce: fromBase64url(nonce) ?? new Uint8Array(), context });
  const mediaType = bytes === undefined ? undefined : mediaTypeOf(bytes);
  if (bytes === undefined || mediaType === undefined || hashOf(bytes) !== sha256) {
    return bad('damaged-database', { params: { what: 'This paper is not as it was sealed' } });
  }
  return good({ bytes, mediaType });
}
