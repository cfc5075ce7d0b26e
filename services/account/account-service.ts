import type { z } from 'zod';
import type { Account, changePassphraseInput } from '../../contract/account.ts';
import type { Reply } from '../../contract/reply.ts';
import type { personIdInput } from '../../contract/session.ts';
import { lastSeen, listWrongTries } from '../../db/account/reader.ts';
import { insertAccountEvent } from '../../db/account/writer.ts';
import type { ReadDb } from '../../db/database.ts';
import { findPerson, listPersons } from '../../db/person/reader.ts';
import { insertPersonEvent } from '../../db/person/writer.ts';
import { findFactor } from '../../db/second-factor/reader.ts';
import type { Person } from '../../policy/people.ts';
import { closesAccount } from '../../policy/wrong-tries.ts';
import { authenticate } from '../authenticate.ts';
import { forgetTries } from '../door-tries.ts';
import { keepSlot, makeSlot } from '../keys/keyring.ts';
import { judgePassphrase } from '../keys/passphrase-rules.ts';
import { makeVerifier } from '../keys/passphrase-verifier.ts';
import { keyringPath } from '../keys/station-files.ts';
import { cover } from '../record.ts';
import { done, refuse, refused } from '../reply.ts';
import { RolledBack } from '../rolled-back.ts';
import type { Member } from '../route.ts';
import { wasAwayTooLong } from './absence.ts';

async function closedWhy(db: ReadDb, person: Person, now: Date): Promise<Account['closed']> {
  if (!person.active) return null;
  if (closesAccount((await listWrongTries(db, person.id)).map((at) => Date.parse(at)))) return 'wrong-tries';
  return (await wasAwayTooLong(db, person, now)) ? 'away' : null;
}

/** Everybody who may or might sign in, in the order in which they were added, with the standing of their accounts. */
export async function accountsOf(member: Member): Promise<readonly Account[]> {
  const { read } = member.open.store;
  const now = member.state.options.clock.now();
  const accounts: Account[] = [];
  for (const person of await listPersons(read)) {
    const [factor, seenAt, closed] = await Promise.all([
      findFactor(read, person.id),
      lastSeen(read, person.id),
      closedWhy(read, person, now),
    ]);
    accounts.push({ ...person, hasFactor: factor !== undefined, seenAt, closed });
  }
  return accounts;
}

export async function listAccounts(member: Member): Promise<Reply<readonly Account[]>> {
  return done(await accountsOf(member));
}

/**
 * Lets somebody in again whose account closed, after wrong tries or a long absence (CJIS AC-7, AC-2). It gives nobody a
 * passphrase, so an administrator may do it for a chief too.
 */
export async function letInAgain(member: Member, input: z.output<typeof personIdInput>): Promise<Reply<null>> {
  const { store } = member.open;
  const { clock, ids } = member.state.options;
  const person = await findPerson(store.read, input.personId);
  if (person === undefined) return refuse('not-found', { field: 'personId' });
  const why = await closedWhy(store.read, person, clock.now());
  if (why === null) return refuse('not-found', { field: 'personId' });
  await store.transaction(async (tx) => {
    const kind = why === 'wrong-tries' ? 'released' : 'enabled';
    const meta = await cover(tx, member, {
      type: `account.${kind}`,
      disclosures: { account: { personId: person.id } },
    });
    await insertAccountEvent(tx, { id: ids.uuid(), personId: person.id, kind }, meta);
  });
  forgetTries(member.state, person.name);
  return done(null);
}

interface NewPassphrase {
  readonly old: string;
  readonly next: string;
}

/** Row and slot together: where the keyring keeps the old one, so does the log. */
async function writePassphrase(member: Member, { old, next }: NewPassphrase): Promise<Reply<null>> {
  const { state, open, person } = member;
  const { options } = state;
  const ring = keyringPath(options.folder);
  const slot = (passphrase: string): ReturnType<typeof makeSlot> =>
    makeSlot({ personId: person.id, name: person.name, passphrase, key: open.key }, options);
  const [verifier, before, after] = [await makeVerifier(next, options), await slot(old), await slot(next)];
  try {
    await open.store.transaction(async (tx) => {
      const told = { person: { id: person.id } };
      const meta = await cover(tx, member, { type: 'person.passphrase-changed', disclosures: told });
      const event = { id: options.ids.uuid(), personId: person.id, kind: 'passphrase-changed', verifier } as const;
      await insertPersonEvent(tx, event, meta);
      const kept = await keepSlot(ring, after);
      if (!kept.ok) throw new RolledBack(kept.refusal);
    });
    return done(null);
  } catch (fault) {
    if (fault instanceof RolledBack) return refused(...fault.refusals);
    await keepSlot(ring, before);
    throw fault;
  }
}

/** Somebody changes their own passphrase, having given the one of before (CJIS IA-5). */
export async function changePassphrase(
  member: Member,
  input: z.output<typeof changePassphraseInput>,
): Promise<Reply<null>> {
  const { state, client, open, person } = member;
  const weak = await judgePassphrase(input.next, [person.name, person.displayName, open.station.name]);
  if (weak !== null) return refuse('weak-passphrase', { field: 'next', params: { why: weak } });
  const found = await authenticate(state, { client, name: person.name, passphrase: input.passphrase }, 'prove');
  if (!found.ok) return refused(found.refusal);
  if (input.passphrase === input.next) return refuse('weak-passphrase', { field: 'next', params: { why: 'same' } });
  return writePassphrase(member, { old: input.passphrase, next: input.next });
}
