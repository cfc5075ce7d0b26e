import { readFile } from 'node:fs/promises';

let read: Promise<Uint8Array> | undefined;

/** verify.html, as `build/verifier-page.ts` made it; in the built app it lies beside the code in the same way. */
export function verifierPage(): Promise<Uint8Array> {
  read ??= readFile(new URL('data/verify.html', import.meta.url));
  return read;
}
