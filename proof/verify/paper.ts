// A paper that left the station and holds no single record: daily log, clerk's packet, audit sample, report.
import { toBase64 } from '../base64.ts';
import { ROOT_FILE, SIGNING_FILE } from '../bundle.ts';
import { isSameHash, textOf, utf8 } from '../bytes.ts';
import { certificatePem } from '../pem.ts';
import { readCertificates, signingFile, type Chain, type Expected } from './chain.ts';
import { fail, pass, type Files, type Finding } from './finding.ts';
import { isChain } from './shape.ts';
import { certificatesIn, checkPdfSignature, type PdfSignature } from './pdf-signature.ts';

/** A paper in a PDF, as far as it was read. */
export interface CheckedPaper {
  readonly findings: readonly Finding[];
  readonly chain?: Chain;
}

const DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

/** Seconds since 1970 of `D:20261125064107Z`; NaN where it is no such time. */
function secondsOf(signedAt: string): number {
  const parts = DATE.exec(signedAt)?.slice(1).map(Number) ?? [];
  const [year = Number.NaN, month = 1, day, hour, minute, second] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1_000;
}

function base64Of(signature: PdfSignature): readonly string[] {
  try {
    return certificatesIn(signature).map(toBase64);
  } catch {
    return [];
  }
}

interface Told {
  readonly title: string;
  readonly audience: string;
  readonly issuedAt: string;
}

function isTold(value: unknown): value is Told {
  if (typeof value !== 'object' || value === null) return false;
  const told = (name: string): boolean => name in value && typeof Reflect.get(value, name) === 'string';
  return told('title') && told('audience') && told('issuedAt');
}

/** What the paper says of itself, in the table for programs that lies in it; undefined where there is none. */
function toldIn(inside: Files): Told | undefined {
  const [content] = [...inside].filter(([name]) => name.endsWith('.json')).map(([, bytes]) => bytes);
  try {
    const value: unknown = JSON.parse(content === undefined ? 'null' : textOf(content));
    return isTold(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A reader of PDF shows the time at which the paper says that it was made. */
function dateOf({ signedAt }: PdfSignature, { issuedAt }: Told): Finding {
  return Math.floor(Date.parse(issuedAt) / 1_000) === secondsOf(signedAt)
    ? pass('pdf date', 'the same as in the paper')
    : fail('pdf date', 'the PDF and the table in it tell different times of signing');
}

/** Checks a signed PDF without a record in it. `inside`: the files in it, by name. */
export async function checkPaper(
  file: Uint8Array,
  { found, inside }: { readonly found: PdfSignature; readonly inside: Files },
  root?: Expected,
): Promise<CheckedPaper> {
  const told = toldIn(inside);
  if (told === undefined)
    return { findings: [fail('pdf', 'there is neither a record nor a paper in it that can be read')] };
  const x5c = base64Of(found);
  if (!isChain(x5c))
    return { findings: [fail('certificates', 'the signature does not bring its certificates', found.from)] };
  const { findings, chain } = await readCertificates({ x5c, iat: secondsOf(found.signedAt) }, root);
  if (chain === undefined) return { findings };
  const paper = pass('paper', `${told.title}, for ${told.audience}; there is no single record in it`);
  return { findings: [paper, await checkPdfSignature(file, found, chain), dateOf(found, told), ...findings], chain };
}

function besideOne(name: string, inside: Uint8Array, beside: Files): Finding {
  const content = beside.get(name);
  if (content === undefined) return fail(name, 'is in the PDF and not beside it');
  return isSameHash(content, inside) ? pass(name, 'as in the PDF') : fail(name, 'is not the one in the PDF');
}

/** Holds the files of a paper's folder against the signed PDF: the tables that lie in it, and its certificates. */
export function checkBesidePaper(inside: Files, beside: Files, chain: Chain | undefined): readonly Finding[] {
  const own = [...inside].map(([name, content]) => besideOne(name, content, beside));
  const pems =
    chain === undefined
      ? []
      : ([
          [SIGNING_FILE, signingFile(chain)],
          [ROOT_FILE, certificatePem(chain.root.raw)],
        ] as const);
  return [...own, ...pems.map(([name, pem]) => besideOne(name, utf8(pem), beside))];
}
