import { derOfPem } from '../../proof/pem.ts';
import { readCertificate, type Certificate } from '../../proof/verify/certificate.ts';
import { MOST_CERTIFICATES } from '../../proof/verify/shape.ts';

/** Why a file from a town's authority is not put in force: what, and what to do. */
export interface ChainFault {
  readonly what: string;
  readonly next: string;
}

export type ReadChainFile = { readonly certificates: readonly Certificate[] } | ChainFault;

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;
const ASK_FOR_PEM = 'Ask the authority for the certificates as PEM, one behind the other.';

/** Things that are brought in place of a chain, by what stands in them. */
const INSTEAD: readonly (readonly [sign: RegExp, fault: ChainFault])[] = [
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    {
      what: 'There is a private key in it, and nothing with a private key is taken.',
      next: 'Whoever made it has to destroy it: the key of this station never leaves it. Bring the certificates alone.',
    },
  ],
  [
    /-----BEGIN PKCS7-----|-----BEGIN CMS-----/,
    {
      what: 'It is a PKCS#7 file.',
      next: `${ASK_FOR_PEM} With openssl: openssl pkcs7 -in FILE -print_certs -out chain.pem`,
    },
  ],
];
const REQUEST: ChainFault = {
  what: 'It is the request, not the answer to it.',
  next: 'Bring what the authority issued for it.',
};

async function readBlocks(blocks: readonly string[]): Promise<ReadChainFile> {
  const certificates: Certificate[] = [];
  for (const [at, block] of blocks.entries()) {
    try {
      certificates.push(await readCertificate(derOfPem(block) ?? new Uint8Array()));
    } catch {
      return { what: `Certificate ${String(at + 1)} in it cannot be read.`, next: ASK_FOR_PEM };
    }
  }
  return { certificates };
}

/** The certificates of a file, as they stand in it; what stands between them, as openssl writes it, is passed over. */
export async function readChainFile(text: string): Promise<ReadChainFile> {
  const [, instead] = INSTEAD.find(([sign]) => sign.test(text)) ?? [];
  if (instead !== undefined) return instead;
  const blocks = text.match(BLOCK) ?? [];
  if (blocks.length === 0) {
    return text.includes('CERTIFICATE REQUEST')
      ? REQUEST
      : { what: 'There is no certificate in it.', next: ASK_FOR_PEM };
  }
  if (blocks.length > MOST_CERTIFICATES) {
    const most = String(MOST_CERTIFICATES);
    return {
      what: `There are ${String(blocks.length)} certificates in it, and a record carries ${most} at most.`,
      next: 'Bring the way from this station’s key to the root alone.',
    };
  }
  return readBlocks(blocks);
}
