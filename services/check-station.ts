import type { Check, CheckReport } from '../contract/system.ts';
import { listCertificates } from '../db/station/reader.ts';
import { checkKeys } from './keys/check-keys.ts';
import { readHeadFile } from './keys/head-file.ts';
import { checkStore } from './ledger/check.ts';
import { checkPolicy } from './pack-check.ts';
import type { OpenStation } from './state.ts';

/** `history at entry 512`: what failed first, and where. */
function placeOf({ name, at }: Check): string {
  return at === undefined ? name : `${name}, entry ${String(at)}`;
}

/** Everything that can be checked of a station's records, in plain words. @param folder the station folder */
export async function checkStation(open: OpenStation, folder: string): Promise<CheckReport> {
  const { read } = open.store;
  const head = await readHeadFile(folder);
  const checks = [
    ...(await checkStore(read, head.ok ? head.value : null)),
    await checkKeys(folder, open.key, await listCertificates(read)),
    ...(await checkPolicy(open)),
  ];
  const bad = checks.find((check) => !check.ok);
  return { ok: bad === undefined, checks, ...(bad === undefined ? {} : { firstBad: placeOf(bad) }) };
}
