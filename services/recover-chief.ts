import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import type { Store } from '../db/open.ts';
import { findPersonByName, listPersons } from '../db/person/reader.ts';
import { insertPersonEvent } from '../db/person/writer.ts';
import { findFactor } from '../db/second-factor/reader.ts';
import { insertFactorEvent } from '../db/second-factor/writer.ts';
import type { StationIdentity } from '../db/station/reader.ts';
import type { Person } from '../policy/people.ts';
import { noteCovered } from './audit.ts';
import { makeSlot, type Slot } from './keys/keyring.ts';
import { loginOf } from './keys/login.ts';
import { judgePassphrase } from './keys/passphrase-rules.ts';
import { makeVerifier } from './keys/passphrase-verifier.ts';
import { notPlaced, stageRecoveredKeyring, type RecoveredKeyring } from './keys/recovery-keyring.ts';
import { keyringPath } from './keys/station-files.ts';
import type { StationKey } from './keys/station-key.ts';
import { dropWaitingTries, readWaitingTries } from './keys/waiting-tries.ts';
import { coverBy, type Scribe } from './record.ts';
import type { Recovered, RecoverOptions } from './recover-request.ts';
import { done, refuse, refused } from './reply.ts';
import { RolledBack } from './rolled-back.ts';

/** Records that the recovery key opened. */
interface Opened {
  readonly options: RecoverOptions;
  readonly store: Store;
  readonly key: StationKey;
  readonly station: StationIdentity;
}

interface NewWayIn {
  readonly person: Person;
  readonly verifier: string;
  readonly slot: Slot;
}

/**
 * Who stands in the ledger for what was done with the recovery key: nobody signed in, and a paper does not tell whose
 * hand it was in.
 */
export const HOLDER = 'recovery-key-holder';

function refuseName(chiefs: readonly Person[]): ReturnType<typeof refuse> {
  const names = chiefs.map(({ name }) => name).join(', ');
  return refuse('wrong-value', { field: 'name', params: { why: 'not-a-chief', chiefs: names } });
}

/** Whoever has the recovery key may have lost the phone as well; a new factor is set up at the next sign-in. */
async function takeFactor(tx: WriteTx, scribe: Scribe, { id }: Person): Promise<void> {
  const factor = await findFactor(tx, id);
  if (factor === undefined) return;
  const told = { type: 'second-factor.removed' as const, disclosures: { factor: { id: factor.id, personId: id } } };
  const meta = await coverBy(tx, scribe, told);
  const event = { id: scribe.sources.ids.uuid(), factorId: factor.id, kind: 'removed', step: null } as const;
  await insertFactorEvent(tx, event, { ...meta, by: id });
}

/** Wrong tries of the time while the records were sealed come first: the new passphrase begins the count anew. */
async function writeWaitingTries(
  tx: WriteTx,
  { options, station }: Pick<Opened, 'options' | 'station'>,
): Promise<void> {
  const scribe = { sources: options, log: station.logOrigin };
  for (const { name, at } of await readWaitingTries(options.folder)) {
    const found = await findPersonByName(tx, name);
    const meta = { id: options.ids.uuid(), at, personId: found?.person.id ?? null };
    await noteCovered(tx, scribe, { meta, what: 'sign-in-failed' });
  }
}

/** Answers the number of the entry. The row has to name a person; it is whom the passphrase is for. */
async function writeNewPassphrase(
  tx: WriteTx,
  { options, station }: Pick<Opened, 'options' | 'station'>,
  told: { readonly person: Person; readonly verifier: string; readonly keyring: string },
): Promise<number> {
  const { id, name } = told.person;
  const scribe = { sources: options, log: station.logOrigin, actor: HOLDER };
  await writeWaitingTries(tx, { options, station });
  const recovery = { personId: id, name, with: 'recovery key and recovery copy', keyring: told.keyring };
  const meta = await coverBy(tx, scribe, { type: 'person.recovered', disclosures: { recovery } });
  const event = { id: options.ids.uuid(), personId: id, kind: 'passphrase-changed', verifier: told.verifier } as const;
  await insertPersonEvent(tx, event, { ...meta, by: id });
  await takeFactor(tx, scribe, told.person);
  return meta.entrySeq;
}

/**
 * The keyring lies ready before the records say so, and takes its place after: a power cut in between leaves the way in
 * of before and an entry too many, never a way in that no entry tells of. To recover once more sets it right.
 */
async function writeWayIn(
  opened: Opened,
  { person, verifier, slot }: NewWayIn,
): Promise<{ readonly entry: number; readonly keyring: RecoveredKeyring }> {
  const staged = await stageRecoveredKeyring(keyringPath(opened.options.folder), slot);
  if (!staged.ok) throw new RolledBack(staged.refusal);
  const keyring = staged.value;
  let entry: number;
  try {
    entry = await opened.store.transaction((tx) =>
      writeNewPassphrase(tx, opened, { person, verifier, keyring: keyring.fate }),
    );
  } catch (fault) {
    await keyring.drop();
    throw fault;
  }
  await dropWaitingTries(opened.options.folder);
  await keyring.place().catch(async () => {
    await keyring.drop();
    throw new RolledBack(notPlaced().refusal);
  });
  return { entry, keyring };
}

/** Sets the new passphrase of a chief: on record and in the keyring. */
export async function recoverChief(
  opened: Opened,
  input: { readonly name: string; readonly passphrase: string },
): Promise<Reply<Recovered>> {
  const { options, store, key, station } = opened;
  const { passphrase } = input;
  const people = (await listPersons(store.read)).filter(({ active }) => active);
  const chiefs = people.filter(({ role }) => role === 'chief');
  const person = chiefs.find(({ name }) => name === loginOf(input.name));
  if (person === undefined) return refuseName(chiefs);
  const { id, name, displayName } = person;
  const weak = await judgePassphrase(passphrase, [name, displayName, station.name]);
  if (weak !== null) return refuse('weak-passphrase', { field: 'passphrase', params: { why: weak } });
  const verifier = await makeVerifier(passphrase, options);
  const slot = await makeSlot({ personId: id, name, passphrase, key }, options);
  try {
    const { entry, keyring } = await writeWayIn(opened, { person, verifier, slot });
    const others = people.filter((other) => !keyring.personIds.has(other.id)).map((other) => other.name);
    return done({ person: { name, displayName }, keyring: keyring.fate, entry, withoutSlot: others });
  } catch (fault) {
    if (fault instanceof RolledBack) return refused(...fault.refusals);
    throw fault;
  }
}
