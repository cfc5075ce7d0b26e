import type { WriteTx } from '../db/database.ts';
import { insertAdoption } from '../db/policy/writer.ts';
import { findPolicyPack } from '../db/station/reader.ts';
import { insertPolicyPack } from '../db/station/writer.ts';
import type { Pack } from '../policy/packs/pack.ts';
import { signAdoption } from './export/pack-signature.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { coverBy, type Scribe } from './record.ts';

interface Adoption {
  readonly pack: Pack;
  readonly digest: string;
  /** The station's signing key. */
  readonly key: SigningKey;
}

/** Writes a version of the policy into the records: its words, the station's signature, the entry that covers both. */
export async function writeAdoption(tx: WriteTx, scribe: Scribe, { pack, digest, key }: Adoption): Promise<void> {
  const { id, version, effectiveFrom, effectiveUntil } = pack;
  const meta = await coverBy(tx, scribe, {
    type: 'policy.adopted',
    disclosures: { pack: { id, version, digest, effectiveFrom, effectiveUntil } },
  });
  if ((await findPolicyPack(tx, digest)) === undefined) await insertPolicyPack(tx, { digest, pack }, meta);
  const statement = { digest, log: scribe.log, adoptedAt: meta.at, adoptedBy: scribe.actor };
  await insertAdoption(tx, { digest, signature: signAdoption(statement, key) }, meta);
}
