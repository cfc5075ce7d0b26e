import { helpText } from '../export/help-text.ts';
import { HELP_FILE, ROOT_FILE, SIGNING_FILE } from '../export/bundle.ts';
import { certificatePem } from '../keys/pem.ts';
import { fail, pass, type Finding } from './finding.ts';
import type { CheckedRecord } from './record.ts';

function firstDifference(left: Uint8Array, right: Uint8Array): number {
  const found = left.findIndex((byte, index) => byte !== right[index]);
  return found === -1 ? left.length : found;
}

function same(name: string, content: Uint8Array, expected: string): Finding {
  const wanted = Buffer.from(expected);
  return wanted.equals(content)
    ? pass(name, 'as the signed record says')
    : fail(name, 'not as the signed record says', firstDifference(content, wanted));
}

/** What a file of the folder must hold, word for word; undefined for a file that the record says nothing about. */
function expectedContent(name: string, { header, chain }: CheckedRecord): string | undefined {
  if (header === undefined || chain === undefined) return undefined;
  if (name === SIGNING_FILE) return certificatePem(chain.signing.raw);
  if (name === ROOT_FILE) return certificatePem(chain.root.raw);
  if (name !== HELP_FILE) return undefined;
  return helpText({ exportNumber: header.jti, audience: header.aud, rootFingerprint: chain.root.fingerprint256 });
}

/** Compares the files beside a record with the record; a certificate that is missing counts as changed. */
export function checkFiles(checked: CheckedRecord, files: ReadonlyMap<string, Uint8Array>): readonly Finding[] {
  if (checked.chain === undefined) return [];
  return [SIGNING_FILE, ROOT_FILE, HELP_FILE].flatMap((name) => {
    const content = files.get(name);
    const expected = expectedContent(name, checked);
    if (content === undefined) return name === HELP_FILE ? [] : [fail(name, 'is not in the folder')];
    return expected === undefined ? [] : [same(name, content, expected)];
  });
}

/** Compares certificates that were given apart from a folder, under any name. */
export function checkLooseCertificate(checked: CheckedRecord, name: string, content: Uint8Array): Finding {
  const certificates = checked.chain === undefined ? [] : [checked.chain.signing, checked.chain.root];
  return certificates.some((certificate) => Buffer.from(certificatePem(certificate.raw)).equals(content))
    ? pass(name, 'as the signed record says')
    : fail(name, 'is not a certificate of this record');
}
