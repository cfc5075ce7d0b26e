import type { Pack } from '../../policy/packs/pack.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';
import type { CertificateKind } from '../schema/certificate.ts';
import type { KeyWalkTable } from '../schema/key-walk.ts';
import type { StationIdentity } from './reader.ts';

export async function insertStation(
  tx: WriteTx,
  station: Omit<StationIdentity, 'createdAt'>,
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'station', {
    entry_seq: meta.entrySeq,
    id: station.id,
    name: station.name,
    ori: station.ori,
    log_origin: station.logOrigin,
    agency_code: station.agencyCode,
    created_at: meta.at,
  });
}

export async function insertCertificate(
  tx: WriteTx,
  certificate: { readonly fingerprint: string; readonly kind: CertificateKind; readonly pem: string },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'certificate', {
    entry_seq: meta.entrySeq,
    fingerprint: certificate.fingerprint,
    kind: certificate.kind,
    pem: certificate.pem,
    created_at: meta.at,
  });
}

export async function insertKeyWalk(
  tx: WriteTx,
  walk: Pick<KeyWalkTable, 'why' | 'begun'> & { readonly drill: boolean; readonly passed: boolean },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'key_walk', {
    entry_seq: meta.entrySeq,
    why: walk.why,
    drill: Number(walk.drill),
    begun: walk.begun,
    passed: Number(walk.passed),
    at: meta.at,
    by: meta.by,
  });
}

/** @param chain null where the station's own root vouches for the key again */
export async function insertTownChain(
  tx: WriteTx,
  chain: { readonly kid: string; readonly pem: string | null; readonly sha256: string | null },
  meta: RecordMeta,
): Promise<void> {
  const { kid, pem, sha256 } = chain;
  await insertRow(tx, 'town_chain', { entry_seq: meta.entrySeq, kid, sha256, pem, at: meta.at, by: meta.by });
}

/** @param adopted the pack with the SHA-256 of its canonical JSON, hex */
export async function insertPolicyPack(
  tx: WriteTx,
  adopted: { readonly digest: string; readonly pack: Pack },
  meta: RecordMeta,
): Promise<void> {
  const { digest, pack } = adopted;
  await insertRow(tx, 'policy_pack', {
    entry_seq: meta.entrySeq,
    digest,
    id: pack.id,
    version: pack.version,
    body: JSON.stringify(pack),
    effective_from: pack.effectiveFrom,
    effective_until: pack.effectiveUntil,
    adopted_at: meta.at,
  });
}
