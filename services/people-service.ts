import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import type { personIdInput, personInput } from '../contract/session.ts';
import { deleteToldBy } from '../db/ground/draft.ts';
import { deleteFormsBy } from '../db/matter/draft.ts';
import { findPerson, findPersonByName, listPersons } from '../db/person/reader.ts';
import { insertPerson, insertPersonEvent } from '../db/person/writer.ts';
import { personTexts } from './text-refusals.ts';
import type { Person, Role } from '../policy/people.ts';
import type { Refusal } from '../policy/refusal.ts';
import { keepSlot, makeSlot, removeSlot, type Slot } from './keys/keyring.ts';
import { loginOf } from './keys/login.ts';
import { judgePassphrase } from './keys/passphrase-rules.ts';
import { makeVerifier } from './keys/passphrase-verifier.ts';
import { keyringPath } from './keys/station-files.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import { RolledBack } from './rolled-back.ts';
import type { Member } from './route.ts';
import { endSessionsOf } from './sessions.ts';

/** Whoever makes a chief could make themselves one: nobody but a chief does (M21). */
export function refuseChief(member: Member, role: Role): Refusal | null {
  if (role !== 'chief' || member.person.role === 'chief') return null;
  return { code: 'role-not-allowed', field: 'role', params: { role: member.person.role, why: 'chief-only' } };
}

interface NewPerson {
  readonly person: Person;
  readonly verifier: string;
  readonly slot: Slot;
}

/** Row, ledger entry and slot: all of them or none. */
async function writePerson(member: Member, { person, verifier, slot }: NewPerson): Promise<readonly Refusal[]> {
  const ring = keyringPath(member.state.options.folder);
  try {
    await member.open.store.transaction(async (tx) => {
      const { id, name, role, badge, displayName } = person;
      if ((await findPersonByName(tx, name)) !== undefined) throw new RolledBack({ code: 'name-taken', field: 'name' });
      const meta = await cover(tx, member, {
        type: 'person.added',
        disclosures: { person: { id, name, role, badge, displayName } },
      });
      await insertPerson(tx, { person, verifier }, meta);
      const kept = await keepSlot(ring, slot);
      if (!kept.ok) throw new RolledBack(kept.refusal);
    });
    return [];
  } catch (fault) {
    if (fault instanceof RolledBack) return fault.refusals;
    await removeSlot(ring, person.id);
    throw fault;
  }
}

/** Adds somebody who may sign in: a row, a ledger entry, and a slot that opens the records with their passphrase. */
export async function addPerson(member: Member, input: z.output<typeof personInput>): Promise<Reply<Person>> {
  const { passphrase, ...given } = input;
  const chief = refuseChief(member, given.role);
  if (chief !== null) return refused(chief);
  const name = loginOf(given.name);
  const weak = await judgePassphrase(passphrase, [name, given.displayName, member.open.station.name]);
  if (weak !== null) return refuse('weak-passphrase', { field: 'passphrase', params: { why: weak } });
  const told = personTexts(given);
  if (told.length > 0) return refused(...told);
  const { options } = member.state;
  const person: Person = { ...given, name, id: options.ids.uuid(), active: true };
  const verifier = await makeVerifier(passphrase, options);
  const slot = await makeSlot({ personId: person.id, name, passphrase, key: member.open.key }, options);
  const refusals = await writePerson(member, { person, verifier, slot });
  return refusals.length > 0 ? refused(...refusals) : done(person);
}

/** Writes that somebody is out, unless that stands there already. The last chief stays. */
async function writePutOut(member: Member, personId: string): Promise<Refusal | null> {
  return member.open.store.transaction(async (tx) => {
    const people = await listPersons(tx);
    const person = people.find(({ id }) => id === personId);
    if (person?.active !== true) return null;
    const chiefs = people.filter(({ role, active }) => role === 'chief' && active);
    if (person.role === 'chief' && chiefs.length < 2)
      return { code: 'role-not-allowed', field: 'personId', params: { why: 'last-chief' } };
    const meta = await cover(tx, member, { type: 'person.deactivated', disclosures: { person: { id: personId } } });
    await insertPersonEvent(tx, { id: member.state.options.ids.uuid(), personId, kind: 'deactivated' }, meta);
    await deleteToldBy(tx, personId);
    await deleteFormsBy(tx, personId);
    return null;
  });
}

/**
 * Takes the way in from somebody; what they did stays on record. Nobody takes it from themselves. Where the keyring
 * could not be changed the slot is taken with the next try.
 */
export async function deactivatePerson(member: Member, input: z.output<typeof personIdInput>): Promise<Reply<Person>> {
  const { personId } = input;
  if (personId === member.person.id) return refuse('same-person', { field: 'personId', params: { why: 'own-way-in' } });
  const found = await findPerson(member.open.store.read, personId);
  if (found === undefined) return refuse('not-found', { field: 'personId' });
  const refusal = refuseChief(member, found.role) ?? (await writePutOut(member, personId));
  if (refusal !== null) return refused(refusal);
  endSessionsOf(member.state, personId);
  const removed = await removeSlot(keyringPath(member.state.options.folder), personId);
  if (!removed.ok) return refused(removed.refusal);
  if (!found.active && !removed.value) return refuse('not-found', { field: 'personId' });
  return done({ ...found, active: false });
}
