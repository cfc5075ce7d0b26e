import { randomBytes, randomUUID } from 'node:crypto';
import type { WriteTx } from '../../db/database.ts';
import { openStore, type Store } from '../../db/open.ts';
import { insertPerson } from '../../db/person/writer.ts';
import type { RecordMeta } from '../../db/record-meta.ts';
import { insertPolicyPack, insertStation } from '../../db/station/writer.ts';
import { loadPack } from '../../policy/packs/load-pack.ts';
import westborough from '../../policy/packs/westborough-2015.json' with { type: 'json' };
import type { Person, Role } from '../../policy/people.ts';
import { appendEntry, type Disclosures } from '../../services/ledger/append.ts';
import { newStorePlace, type StorePlace } from './store-place.ts';

/** A founded station with an officer, a supervisor and a chief; all made up. */
export interface TestStation {
  readonly store: Store;
  readonly place: StorePlace;
  readonly stationId: string;
  readonly officer: Person;
  readonly supervisor: Person;
  readonly chief: Person;
  readonly packDigest: string;
  end(): Promise<void>;
}

export const LOG = 'sallyport.invalid/ma0ex0100/booking-log/0011223344556677';

/** The proof of a passphrase that nobody knows. */
export const NOBODYS = `$scrypt$ln=17,r=8,p=1$${'A'.repeat(43)}$${'A'.repeat(43)}`;

export function now(offsetMs = 0): string {
  return `${new Date(Date.now() + offsetMs).toISOString().slice(0, 22)}Z`;
}

interface Covered {
  readonly type?: string;
  readonly disclosures?: Disclosures;
  readonly by?: string;
  readonly at?: string;
}

/** Appends the entry that a record of a test is covered by. */
export async function cover(tx: WriteTx, covered: Covered = {}): Promise<RecordMeta> {
  const { type = 'test.recorded', disclosures = {}, by = randomUUID(), at = now() } = covered;
  const entry = await appendEntry(tx, { log: LOG, id: randomUUID(), actor: by, type, at, disclosures }, randomBytes);
  return { at, by, entrySeq: entry.seq };
}

function person(name: string, displayName: string, role: Role): Person {
  return { id: randomUUID(), name, displayName, badge: '4711', role, active: true };
}

async function found(tx: WriteTx, station: Omit<TestStation, 'store' | 'place' | 'end'>): Promise<void> {
  const identity = { id: station.stationId, name: 'Exampleton Police', ori: 'MA0EX0100', agencyCode: 'WPD' };
  await insertStation(tx, { ...identity, logOrigin: LOG }, await cover(tx));
  for (const one of [station.officer, station.supervisor, station.chief]) {
    await insertPerson(tx, { person: one, verifier: NOBODYS }, await cover(tx, { by: one.id }));
  }
  const loaded = loadPack(westborough);
  if (!loaded.ok) throw new Error(loaded.problems.join());
  await insertPolicyPack(tx, { digest: station.packDigest, pack: loaded.pack }, await cover(tx));
}

export async function newStation(place: StorePlace = newStorePlace()): Promise<TestStation> {
  const store = await openStore({ file: place.file, keys: place.keys, create: true });
  const made = {
    stationId: randomUUID(),
    officer: person('alex', 'Alex Testperson', 'booking-officer'),
    supervisor: person('jo', 'Jo Sampleton', 'supervisor'),
    chief: person('kim', 'Kim Placeholder', 'chief'),
    packDigest: randomBytes(32).toString('hex'),
  };
  await store.transaction((tx) => found(tx, made));
  const end = async (): Promise<void> => {
    await store.close();
    place.remove();
  };
  return { ...made, store, place, end };
}
