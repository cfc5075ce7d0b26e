import { HELP_FILE, ROOT_FILE, SIGNING_FILE } from '../bundle.ts';
import { firstDifference, isSameHash, utf8 } from '../bytes.ts';
import { helpText } from '../help-text.ts';
import { certificatePem } from '../pem.ts';
import type { Certificate } from './certificate.ts';
import { isStationRoot, shownName } from './certificate-name.ts';
import { signingFile, type Chain } from './chain.ts';
import { fail, pass, type Files, type Finding } from './finding.ts';
import type { CheckedRecord } from './record.ts';

function same(name: string, content: Uint8Array, expected: string): Finding {
  const wanted = utf8(expected);
  return isSameHash(wanted, content)
    ? pass(name, 'as the signed record says')
    : fail(name, 'not as the signed record says', firstDifference(content, wanted));
}

/** What the help says of the root. Where somebody stands between, it is not the station's, whatever it calls itself. */
export function helpOf({ root, issuers }: Pick<Chain, 'root'> & { readonly issuers: readonly unknown[] }): {
  readonly rootFingerprint: string;
  readonly authority: string | null;
} {
  const name = shownName(root.subject);
  const isOwn = issuers.length === 1 && (isStationRoot(name) || name === '');
  return { rootFingerprint: root.fingerprint, authority: isOwn ? null : name };
}

/** What a file of the folder must hold, word for word; undefined for a file that the record says nothing about. */
function expectedContent(name: string, { header, chain }: CheckedRecord): string | undefined {
  if (header === undefined || chain === undefined) return undefined;
  if (name === SIGNING_FILE) return signingFile(chain);
  if (name === ROOT_FILE) return certificatePem(chain.root.raw);
  if (name !== HELP_FILE) return undefined;
  return helpText({ exportNumber: header.jti, audience: header.aud, ...helpOf(chain) });
}

/** Compares the files beside a record with the record; a certificate that is missing counts as changed. */
export function checkFiles(checked: CheckedRecord, files: Files): readonly Finding[] {
  if (checked.chain === undefined) return [];
  return [SIGNING_FILE, ROOT_FILE, HELP_FILE].flatMap((name) => {
    const content = files.get(name);
    const expected = expectedContent(name, checked);
    if (content === undefined) return name === HELP_FILE ? [] : [fail(name, 'is not in the folder')];
    return expected === undefined ? [] : [same(name, content, expected)];
  });
}

const pemOf = ({ raw }: Certificate): string => certificatePem(raw);

/** Compares certificates that were given apart from a folder, under any name. */
export function checkLooseCertificate({ chain }: CheckedRecord, name: string, content: Uint8Array): Finding {
  const files = chain === undefined ? [] : [signingFile(chain), ...[chain.signing, ...chain.issuers].map(pemOf)];
  return files.some((file) => isSameHash(utf8(file), content))
    ? pass(name, 'as the signed record says')
    : fail(name, 'is not a certificate of this record');
}
