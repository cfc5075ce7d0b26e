import { firstOfPem } from '../../proof/pem.ts';
import { readCertificate } from '../../proof/verify/certificate.ts';
import { checkCalledBack, readCrls } from '../../proof/verify/crl.ts';
import { problemOf } from '../../proof/verify/links.ts';
import type { Issue } from './certificates.ts';
import { issueNext, revocationList, type OpenedRoot } from './next-certificate.ts';
import { wipe } from './wipe.ts';

const HOUR = 3_600_000;

/**
 * Does with an opened root what a change would, in memory: certifies a key, and calls that key back, as a verifier sees
 * it. All of it is thrown away. False where the private key is not the one of this root.
 */
export async function drillRoot(issue: Issue, opened: OpenedRoot): Promise<boolean> {
  const next = await issueNext(issue, opened);
  if (next === null) return false;
  wipe(next.privateKey);
  const [signing, root] = await Promise.all(
    [next.certificate.pem, opened.pem].map((pem) => readCertificate(firstOfPem(pem) ?? new Uint8Array())),
  );
  if (signing === undefined || root === undefined) return false;
  const issuers = [root];
  if ((await problemOf({ signing, issuers, root })) !== undefined) return false;
  const called = [{ pem: next.certificate.pem, compromised: true, at: issue.now }];
  const list = await revocationList(called, opened, issue.now);
  const crl = list === null ? undefined : readCrls(Buffer.from(list));
  const iat = Math.floor((issue.now.getTime() + HOUR) / 1_000);
  return crl !== undefined && !(await checkCalledBack(crl, { signing, issuers, iat })).ok;
}
