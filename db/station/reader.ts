import type { ReadDb } from '../database.ts';
import { StoreFault } from '../fault.ts';
import { listLogs } from '../ledger/origin-reader.ts';
import { oneOf, parseRecord, type JsonRecord } from '../parse.ts';
import type { CertificateKind } from '../schema/certificate.ts';
import type { KeyWalkTable } from '../schema/key-walk.ts';

export interface StationIdentity {
  readonly id: string;
  readonly name: string;
  readonly ori: string;
  /** Name of the log in every entry and checkpoint that comes; an older one where its tail was lost is in `log_origin`. */
  readonly logOrigin: string;
  /** How the policy pack calls this department. */
  readonly agencyCode: string;
  readonly createdAt: string;
}

export interface StoredCertificate {
  /** Sequence number of the ledger entry that covers it. */
  readonly entry: number;
  readonly fingerprint: string;
  readonly kind: CertificateKind;
  readonly pem: string;
  readonly createdAt: string;
}

export interface StoredPolicyPack {
  readonly digest: string;
  readonly id: string;
  readonly version: string;
  readonly body: JsonRecord;
  readonly adoptedAt: string;
}

/** The station that these records belong to. @throws StoreFault `damaged` where it is missing */
export async function getStation(db: ReadDb): Promise<StationIdentity> {
  const row = await db
    .selectFrom('station')
    .select(['id', 'name', 'ori', 'log_origin as logOrigin', 'agency_code as agencyCode', 'created_at as createdAt'])
    .orderBy('entry_seq')
    .executeTakeFirst();
  if (row === undefined) throw new StoreFault('damaged', 'station is empty');
  const logs = await listLogs(db);
  return { ...row, logOrigin: logs.at(-1)?.origin ?? row.logOrigin };
}

/** Oldest first. */
export async function listCertificates(db: ReadDb): Promise<readonly StoredCertificate[]> {
  const rows = await db
    .selectFrom('certificate')
    .select(['entry_seq as entry', 'fingerprint', 'kind', 'pem', 'created_at as createdAt'])
    .orderBy('entry_seq')
    .execute();
  return rows.map((row) => ({ ...row, kind: oneOf(['root', 'signing'] as const, row.kind, 'certificate.kind') }));
}

/** What a town's authority said of a signing key. */
export interface StoredTownChain {
  readonly entry: number;
  /** RFC 7638 thumbprint of the key. */
  readonly kid: string;
  /** Signing certificate first, root last; null where the station's own root vouches for the key again. */
  readonly pem: string | null;
  readonly at: string;
}

/** Oldest first: the last of a key is in force. */
export async function listTownChains(db: ReadDb): Promise<readonly StoredTownChain[]> {
  return db.selectFrom('town_chain').select(['entry_seq as entry', 'kid', 'pem', 'at']).orderBy('entry_seq').execute();
}

export interface StoredDrill {
  readonly why: KeyWalkTable['why'];
  readonly at: string;
  readonly passed: boolean;
}

/** Drills of a change of the key, the newest first. */
export async function listDrills(db: ReadDb): Promise<readonly StoredDrill[]> {
  const walks = db.selectFrom('key_walk').select(['why', 'at', 'passed']).where('drill', '=', 1);
  const rows = await walks.orderBy('entry_seq', 'desc').execute();
  return rows.map((row) => ({ ...row, passed: row.passed === 1 }));
}

/** Whether steps are on record under this beginning. @param begun its entry */
export async function hasKeyWalk(db: ReadDb, begun: number): Promise<boolean> {
  const walks = db.selectFrom('key_walk').select('entry_seq').where('begun', '=', begun);
  return (await walks.limit(1).execute()).length > 0;
}

export async function findPolicyPack(db: ReadDb, digest: string): Promise<StoredPolicyPack | undefined> {
  const row = await db
    .selectFrom('policy_pack')
    .select(['digest', 'id', 'version', 'body', 'adopted_at as adoptedAt'])
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, body: parseRecord(row.body, 'policy_pack.body') };
}
