// Consulates that are told of an arrest whatever the person wishes (requirements S4, 3.3): the list that ships, until
// the chief writes a newer one. No country of anybody is ever recorded.
import type { z } from 'zod';
import type { ConsularList, saveConsularInput } from '../contract/consular.ts';
import type { Reply } from '../contract/reply.ts';
import { findConsularList, insertConsularList, type StoredList } from '../db/consular/list.ts';
import { treatyCountries } from '../policy/consular/treaty-countries.ts';
import { clearTreatyCountries } from '../policy/gate.ts';
import { stamp } from './clock.ts';
import { digestOf } from './ledger/digest.ts';
import { cover } from './record.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';

const shown = ({ version, at, by, ...list }: StoredList): ConsularList => ({ ...list, changed: { version, at, by } });

/** The list that holds at this station. */
export async function getConsularList(member: Member): Promise<Reply<ConsularList>> {
  const own = await findConsularList(member.open.store.read);
  return done(own === undefined ? { ...treatyCountries(), changed: null } : shown(own));
}

/** Writes the next version of the list; the ones before stay. */
export async function saveConsularList(
  member: Member,
  input: z.output<typeof saveConsularInput>,
): Promise<Reply<ConsularList>> {
  const cleared = clearTreatyCountries(input, { now: stamp(member.state.options.clock.now()) });
  if (!cleared.ok) return refused(...cleared.refusals);
  const list = cleared.value;
  await member.open.store.transaction(async (tx) => {
    const version = ((await findConsularList(tx))?.version ?? 0) + 1;
    const { asOf, source } = list;
    const told = { version, asOf, source, count: list.countries.length, sha256: digestOf({ ...list }) };
    const meta = await cover(tx, member, { type: 'treaty-list.changed', disclosures: { treatyList: told } });
    await insertConsularList(tx, list, { ...meta, version });
  });
  return getConsularList(member);
}
