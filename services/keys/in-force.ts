import { X509Certificate } from 'node:crypto';
import type { ReadDb } from '../../db/database.ts';
import { listCertificates, listTownChains, type StoredTownChain } from '../../db/station/reader.ts';
import { firstOfPem } from '../../proof/pem.ts';
import { readCertified, type Certified } from './certified.ts';

/** A certificate of the station, or all of a town's chain, the signing certificate first. */
export interface StationCertificate {
  readonly kind: 'root' | 'signing' | 'town';
  readonly pem: string;
}

/** Certificates of a file that this station wrote or took, as they stand in it. */
function splitChain(pem: string): readonly string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----\n[^-]*-----END CERTIFICATE-----\n/g) ?? [];
}

/** A chain that a town's authority issued. */
export interface TownChain extends StoredTownChain {
  readonly pem: string;
  /** Of the root, as openssl prints it. */
  readonly fingerprint: string;
  /** For how long all of it holds. */
  readonly term: Pick<Certified, 'from' | 'until'>;
}

/** For how long all of these hold, ISO times. */
function termOf(pems: readonly string[]): TownChain['term'] {
  const all = pems.map(readCertified);
  const from = all.map((one) => one.from).sort();
  const until = all.map((one) => one.until).sort();
  return { from: from.at(-1) ?? '', until: until[0] ?? '' };
}

/** A row of the store as a chain; null where it says that the station root took over again. */
export function townChain(stored: StoredTownChain): TownChain | null {
  if (stored.pem === null) return null;
  const all = splitChain(stored.pem);
  const { fingerprint256 } = new X509Certificate(all.at(-1) ?? '');
  return { ...stored, pem: stored.pem, fingerprint: fingerprint256, term: termOf(all) };
}

/** Chains that are in force at a time: of each key the newest word, if it is a chain and holds. */
export async function townChainsAt(db: ReadDb, now: Date): Promise<readonly TownChain[]> {
  const newest = new Map((await listTownChains(db)).map((one) => [one.kid, one]));
  const at = now.toISOString();
  return [...newest.values()]
    .map(townChain)
    .filter((one) => one !== null)
    .filter(({ term }) => term.from <= at && at <= term.until);
}

/** Certificates of the station, whether they still hold or not, and what a town's authority says of their keys now. */
export async function allCertificates(db: ReadDb, now: Date): Promise<readonly StationCertificate[]> {
  const towns = await townChainsAt(db, now);
  return [...(await listCertificates(db)), ...towns.map(({ pem }) => ({ kind: 'town' as const, pem }))];
}

/** What the station signs under: certificates that have not ended, its own and a town's authority's. */
export async function certificatesAt(db: ReadDb, now: Date): Promise<readonly StationCertificate[]> {
  const at = now.toISOString();
  const all = await allCertificates(db, now);
  return all.filter(({ kind, pem }) => kind === 'town' || at <= readCertified(pem).until);
}

/** DER of each certificate of a chain. */
export function chainBytes(pem: string): readonly Uint8Array[] {
  return splitChain(pem).map((one) => firstOfPem(one) ?? new Uint8Array());
}
