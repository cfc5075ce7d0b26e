import type { Check, CheckReport } from '../contract/system.ts';
import type { Clock } from './clock.ts';
import { listCertificates } from '../db/station/reader.ts';
import { checkKeys } from './keys/check-keys.ts';
import { readHeadFile } from './keys/head-file.ts';
import { certificatesAt } from './keys/in-force.ts';
import { loadSigningKey } from './keys/signing-key.ts';
import { checkStore } from './ledger/check.ts';
import { verdict } from './ledger/verdict.ts';
import { checkPolicy } from './pack-check.ts';
import { isCertified } from './signer.ts';
import type { OpenStation } from './state.ts';

export const CERTIFICATE_ENDED = 'certificate-ended';

interface Where {
  /** The station folder. */
  readonly folder: string;
  readonly clock: Clock;
}

/** `history at entry 512`: what failed first, and where. */
function placeOf({ name, at }: Check): string {
  return at === undefined ? name : `${name}, entry ${String(at)}`;
}

/** The keys as they were issued, and whether what they sign is taken today. */
async function checkSigner(open: OpenStation, { folder, clock }: Where): Promise<Check> {
  const { read } = open.store;
  const issued = await checkKeys(folder, open.key, await listCertificates(read));
  const key = await loadSigningKey(folder, open.key);
  if (!issued.ok || !key.ok) return issued;
  const certificates = await certificatesAt(read, clock.now());
  if (isCertified({ key: key.value, certificates })) return issued;
  const detail = 'the certificate of the key that signs has ended; the chief changes the key on Integrity';
  return verdict(issued.name, issued.detail, { code: CERTIFICATE_ENDED, detail });
}

/** Everything that can be checked of a station's records, in plain words. */
export async function checkStation(open: OpenStation, { folder, clock }: Where): Promise<CheckReport> {
  const { read } = open.store;
  const head = await readHeadFile(folder);
  const checks = [
    ...(await checkStore(read, head.ok ? head.value : null)),
    await checkSigner(open, { folder, clock }),
    ...(await checkPolicy(open)),
  ];
  const bad = checks.find((check) => !check.ok);
  return { ok: bad === undefined, checks, ...(bad === undefined ? {} : { firstBad: placeOf(bad) }) };
}
