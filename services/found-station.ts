import type { z } from 'zod';
import type { setupFinishInput } from '../contract/station.ts';
import type { WriteTx } from '../db/database.ts';
import { StoreFault } from '../db/fault.ts';
import { openStore } from '../db/open.ts';
import { insertPerson } from '../db/person/writer.ts';
import { insertCertificate, insertStation } from '../db/station/writer.ts';
import type { Person } from '../policy/people.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { IssuedCertificates } from './keys/certificates.ts';
import { loginOf } from './keys/login.ts';
import { recordsPath } from './keys/station-files.ts';
import { loadSigningKey, type SigningKey } from './keys/signing-key.ts';
import type { StationKey } from './keys/station-key.ts';
import { newLogOrigin } from './ledger/log-name.ts';
import { writeAdoption } from './pack-adoption.ts';
import { packInForce } from './pack-in-force.ts';
import { coverBy, type Scribe } from './record.ts';
import { refusalOf } from './store-refusal.ts';
import type { StationState } from './state.ts';

interface Founding {
  readonly input: z.output<typeof setupFinishInput>;
  readonly key: StationKey;
  readonly issued: IssuedCertificates;
  readonly verifier: string;
}

interface Founded {
  readonly stationId: string;
  readonly chiefId: string;
}

function chiefOf(founding: Founding, id: string): Person {
  const { name, displayName, badge } = founding.input.chief;
  return { id, name: loginOf(name), displayName, badge, role: 'chief', active: true };
}

async function writeFirstRecords(
  tx: WriteTx,
  scribe: Scribe,
  founding: Founding & Pick<Founded, 'stationId'> & { readonly signingKey: SigningKey },
): Promise<void> {
  const { name, ori } = founding.input;
  const { pack, digest } = packInForce();
  const founded = await coverBy(tx, scribe, { type: 'station.founded', disclosures: { station: { name, ori } } });
  const station = { id: founding.stationId, name, ori, logOrigin: scribe.log, agencyCode: pack.agency.code };
  await insertStation(tx, station, founded);
  const chief = chiefOf(founding, scribe.actor);
  const { id, role, badge, displayName } = chief;
  const added = await coverBy(tx, scribe, {
    type: 'person.added',
    disclosures: { person: { id, name: chief.name, role, badge, displayName } },
  });
  await insertPerson(tx, { person: chief, verifier: founding.verifier }, added);
  await writeAdoption(tx, scribe, { pack, digest, key: founding.signingKey });
  for (const certificate of founding.issued.certificates) {
    const { kind, fingerprint } = certificate;
    const meta = await coverBy(tx, scribe, {
      type: 'certificate.issued',
      disclosures: { certificate: { kind, fingerprint } },
    });
    await insertCertificate(tx, certificate, meta);
  }
}

/** Makes the encrypted records and writes the first entries: station, chief, policy, certificates. */
export async function foundStation(
  state: StationState,
  founding: Founding,
): Promise<{ readonly ok: true; readonly value: Founded } | { readonly ok: false; readonly refusal: Refusal }> {
  const { options } = state;
  const { addon, folder, ids, random } = options;
  const founded = { stationId: ids.uuid(), chiefId: ids.uuid() };
  const scribe = { sources: options, log: newLogOrigin(founding.input.ori, random), actor: founded.chiefId };
  try {
    const signing = await loadSigningKey(folder, founding.key);
    if (!signing.ok) return { ok: false, refusal: signing.refusal };
    const more = { stationId: founded.stationId, signingKey: signing.value };
    const store = await openStore({
      file: recordsPath(folder),
      keys: { database: founding.key.database, mark: founding.key.mark },
      create: true,
      ...(addon === undefined ? {} : { addon }),
    });
    try {
      await store.transaction((tx) => writeFirstRecords(tx, scribe, { ...founding, ...more }));
    } finally {
      await store.close();
    }
    return { ok: true, value: founded };
  } catch (fault) {
    if (fault instanceof StoreFault) return { ok: false, refusal: refusalOf(fault) };
    throw fault;
  }
}
