import type { PolicyTrouble } from '../contract/policy.ts';
import type { ReadDb } from '../db/database.ts';
import { listLogs } from '../db/ledger/origin-reader.ts';
import { listAdoptions, type StoredAdoption } from '../db/policy/reader.ts';
import { listCertificates, type StoredCertificate } from '../db/station/reader.ts';
import { inForceOn } from '../policy/packs/calendar.ts';
import { readAdopted } from '../policy/packs/load-pack.ts';
import type { Pack } from '../policy/packs/pack.ts';
import { adoptionHolds } from './export/pack-signature.ts';
import { digestOf } from './ledger/digest.ts';
import { packInForce } from './pack-in-force.ts';

/** An adopted version as it was found: word for word the one that was signed, or of no use. */
export type PackVersion = StoredAdoption &
  (
    | { readonly proof: 'good'; readonly pack: Pack }
    | { readonly proof: 'unreadable' | 'wrong-signature'; readonly pack: null }
  );

/** Adopted versions in the order of their adoption; null where they cannot be read at all. */
export type PackBook = readonly PackVersion[] | null;

/** What is applied at a moment. With a trouble, the pack is one that opens nothing. */
export interface StandingPack {
  readonly pack: Pack;
  readonly digest: string;
  readonly trouble: PolicyTrouble | null;
}

interface Proofs {
  /** Names of the station's logs: an adoption was signed for the one of its time. */
  readonly logs: readonly string[];
  readonly certificates: readonly StoredCertificate[];
}

function bodyOf({ body, digest }: StoredAdoption): Pack | null {
  try {
    const json: unknown = JSON.parse(body);
    return digestOf(json) === digest ? readAdopted(json) : null;
  } catch {
    return null;
  }
}

function prove(adoption: StoredAdoption, { logs, certificates }: Proofs): PackVersion {
  const { digest, signature, adoptedAt, adoptedById: adoptedBy } = adoption;
  const signed = logs.some((log) => adoptionHolds(signature, { digest, log, adoptedAt, adoptedBy }, certificates));
  if (!signed) return { ...adoption, proof: 'wrong-signature', pack: null };
  const pack = bodyOf(adoption);
  return pack === null ? { ...adoption, proof: 'unreadable', pack } : { ...adoption, proof: 'good', pack };
}

/** Reads every adopted version and looks at its signature and digest. Never throws: what cannot be read opens nothing. */
export async function readPackBook(db: ReadDb): Promise<PackBook> {
  try {
    const certificates = await listCertificates(db);
    const logs = (await listLogs(db)).map(({ origin }) => origin);
    return (await listAdoptions(db)).map((adoption) => prove(adoption, { logs, certificates }));
  } catch {
    return null;
  }
}

let closed: Omit<StandingPack, 'trouble'> | undefined;

/** Keeps the duties and the words of the shipped pack, and opens no act: no row, and no day on which it is in force. */
function closedPack(): Omit<StandingPack, 'trouble'> {
  if (closed !== undefined) return closed;
  const { pack: shipped } = packInForce();
  const pack: Pack = {
    ...shipped,
    id: 'none',
    version: '0',
    effectiveFrom: '9999-12-31',
    effectiveUntil: null,
    matrix: [],
  };
  closed = { pack, digest: digestOf(pack) };
  return closed;
}

/** The version that is in force on a day of the station, or why none can be applied. */
export function standingPack(book: PackBook, day: string): StandingPack {
  if (book === null) return { ...closedPack(), trouble: 'unreadable' };
  if (book.length === 0) return { ...closedPack(), trouble: 'none-adopted' };
  const version = inForceOn(book, day);
  if (version === undefined) return { ...closedPack(), trouble: 'gap' };
  if (version.pack === null) return { ...closedPack(), trouble: version.proof };
  return { pack: version.pack, digest: version.digest, trouble: null };
}
