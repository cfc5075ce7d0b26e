import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import type { personIdInput, personInput } from '../contract/session.ts';
import { findPerson, findPersonByName, listPersons } from '../db/person/reader.ts';
import { insertPerson, insertPersonEvent } from '../db/person/writer.ts';
import { personTexts } from './text-refusals.ts';
import type { Person } from '../policy/people.ts';
import { addSlot, removeSlot } from './keys/keyring.ts';
import { judgePassphrase } from './keys/passphrase-rules.ts';
import { makeVerifier } from './keys/passphrase-verifier.ts';
import { keyringPath } from './keys/station-files.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

export async function listPeople(member: Member): Promise<Reply<readonly Person[]>> {
  return done(await listPersons(member.open.store.read));
}

/** Adds somebody who may sign in: a row, a ledger entry, and a slot that opens the records with their passphrase. */
export async function addPerson(member: Member, input: z.output<typeof personInput>): Promise<Reply<Person>> {
  const { passphrase, ...given } = input;
  const name = given.name.toLowerCase();
  const weak = judgePassphrase(passphrase, [name, given.displayName, member.open.station.name]);
  if (weak !== null) return refuse('weak-passphrase', { field: 'passphrase', params: { why: weak } });
  const told = personTexts(given);
  if (told.length > 0) return refused(...told);
  const { options } = member.state;
  const verifier = await makeVerifier(passphrase, options.random);
  const person: Person = { ...given, name, id: options.ids.uuid(), active: true };
  const added = await member.open.store.transaction(async (tx) => {
    if ((await findPersonByName(tx, name)) !== undefined) return false;
    const { id, role, badge, displayName } = person;
    const meta = await cover(tx, member, {
      type: 'person.added',
      disclosures: { person: { id, name, role, badge, displayName } },
    });
    await insertPerson(tx, { person, verifier }, meta);
    return true;
  });
  if (!added) return refuse('name-taken', { field: 'name' });
  const slot = { personId: person.id, name, passphrase, key: member.open.key };
  await addSlot(keyringPath(options.folder), slot, options.random);
  return done(person);
}

/** Takes the way in from somebody; what they did stays on record. Nobody takes it from themselves. */
export async function deactivatePerson(member: Member, input: z.output<typeof personIdInput>): Promise<Reply<Person>> {
  if (input.personId === member.person.id) return refuse('same-person', { field: 'personId' });
  const found = await member.open.store.transaction(async (tx) => {
    const person = await findPerson(tx, input.personId);
    if (person?.active !== true) return undefined;
    const meta = await cover(tx, member, { type: 'person.deactivated', disclosures: { person: { id: person.id } } });
    const id = member.state.options.ids.uuid();
    await insertPersonEvent(tx, { id, personId: person.id, kind: 'deactivated' }, meta);
    return person;
  });
  if (found === undefined) return refuse('not-found', { field: 'personId' });
  await removeSlot(keyringPath(member.state.options.folder), found.id);
  for (const [client, session] of member.state.sessions) {
    if (session.person.id === found.id) member.state.sessions.delete(client);
  }
  return done({ ...found, active: false });
}
