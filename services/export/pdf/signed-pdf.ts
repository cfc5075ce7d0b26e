import { hash, sign, type KeyObject } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { cmsOf, toBeSigned } from '../../../proof/cms.ts';
import { drawPaper } from './draw.ts';
import { loadFonts } from './fonts.ts';
import type { Paper } from './paper.ts';
import { fillSignature, reserveSignature, roomFor } from './signature.ts';

export interface PdfSigner {
  /** Private P-256 key. */
  readonly key: KeyObject;
  /** DER of its certificate and of all above it, the root last. */
  readonly chain: readonly Uint8Array[];
}

/** A paper as PDF/A-3 with a PAdES signature at level B-B (ETSI EN 319 142-1) over the whole of it, files inside included. */
export async function signedPdf(paper: Paper, { key, chain }: PdfSigner): Promise<Buffer> {
  const document = drawPaper(paper, await loadFonts());
  const [signing = new Uint8Array(), ...issuers] = chain;
  const room = roomFor(chain);
  reserveSignature(document, { signedAt: paper.issuedAt, room });
  document.end();
  return fillSignature(await buffer(document), room, (digest) => {
    const signed = { digest, signing, signingDigest: hash('sha256', signing, 'buffer'), issuers };
    return cmsOf(signed, sign('sha256', toBeSigned(signed), key));
  });
}
