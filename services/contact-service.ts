import type { z } from 'zod';
import type { Contact, ContactVersion, contactVersionInput, saveContactInput } from '../contract/contact.ts';
import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import { findContact, listContactVersions, type StoredContactVersion } from '../db/contact/reader.ts';
import { insertContactVersion, type NewContactVersion } from '../db/contact/writer.ts';
import { CONTACT_BOXES, CONTACT_KINDS, type ContactCard } from '../policy/contacts.ts';
import { clearContactCard, type Cleared } from '../policy/gate.ts';
import { stamp } from './clock.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

function shown(stored: StoredContactVersion): ContactVersion {
  const { version, kind, name, agency, number, second, notes } = stored;
  const { checkedAt, checkedBy, retired, changedAt, changedBy } = stored;
  return { version, kind, name, agency, number, second, notes, checkedAt, checkedBy, retired, changedAt, changedBy };
}

/** Cards of a list of versions, by kind and then by name. */
function cardsOf(versions: readonly StoredContactVersion[]): readonly Contact[] {
  const ids = [...new Set(versions.map(({ contactId }) => contactId))];
  const cards = ids.flatMap((contactId): readonly Contact[] => {
    const own = versions.filter((version) => version.contactId === contactId).map(shown);
    const newest = own.at(-1);
    return newest === undefined ? [] : [{ ...newest, contactId, earlier: own.slice(0, -1).toReversed() }];
  });
  const rank = ({ kind }: Contact): number => CONTACT_KINDS.indexOf(kind);
  return cards.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/** Every card with all its versions; those taken off the list as well. */
export async function listContacts(member: Member): Promise<Reply<readonly Contact[]>> {
  return done(cardsOf(await listContactVersions(member.open.store.read)));
}

type Kind = 'added' | 'changed' | 'checked' | 'retired';

/** What the entry of a version tells: the boxes as they were cleared. */
function boxesOf(card: ContactCard): Readonly<Record<string, string>> {
  const values: Readonly<Record<string, string | null>> = { ...card };
  const told = CONTACT_BOXES.flatMap(({ name }): readonly (readonly [string, string])[] => {
    const value = values[name] ?? null;
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(told);
}

async function write(
  tx: WriteTx,
  member: Member,
  brought: { readonly kind: Kind; readonly card: Cleared<ContactCard>; readonly next: NewContactVersion },
): Promise<void> {
  const { kind, card, next } = brought;
  const { contactId, version, checked, retired } = next;
  const contact = { contactId, version, detail: boxesOf(card), checkedAt: checked?.at ?? null, retired };
  const meta = await cover(tx, member, { type: `contact.${kind}`, disclosures: { contact } });
  await insertContactVersion(tx, card, { ...next, ...meta });
}

async function shownContact(member: Member, contactId: string): Promise<Reply<Contact>> {
  const [card] = cardsOf(
    (await listContactVersions(member.open.store.read)).filter((version) => version.contactId === contactId),
  );
  return card === undefined ? refuse('not-found', { field: 'contactId' }) : done(card);
}

/** A try of the old number says nothing of a new one. */
function heldCheck(before: StoredContactVersion | null, card: ContactCard): NewContactVersion['checked'] {
  if (before?.checkedAt === null || before?.checkedById === null || before === null) return null;
  const same = before.number === card.number && before.second === card.second;
  return same ? { at: before.checkedAt, by: before.checkedById } : null;
}

/** The version that is built upon, or why it cannot be. */
async function baseOf(
  tx: WriteTx,
  { contactId, baseVersion }: { readonly contactId: string; readonly baseVersion: number | undefined },
): Promise<Reply<StoredContactVersion>> {
  const before = await findContact(tx, contactId);
  if (before === undefined || before.retired) return refuse('not-found', { field: 'contactId' });
  if (before.version === baseVersion) return done(before);
  return refuse('changed-meanwhile', { field: 'contactId', params: { version: before.version } });
}

type SaveInput = z.output<typeof saveContactInput>;

/** The card that is changed; null where it is a new one. */
async function savedOver(
  tx: WriteTx,
  { contactId, baseVersion }: SaveInput,
): Promise<Reply<StoredContactVersion | null>> {
  return contactId === undefined ? done(null) : baseOf(tx, { contactId, baseVersion });
}

/** Adds a card, or brings its next version; nothing of what stood there is lost. */
export async function saveContact(member: Member, input: SaveInput): Promise<Reply<Contact>> {
  const { clock, ids } = member.state.options;
  const { checkedAt = null, contactId = ids.uuid() } = input;
  const cleared = clearContactCard(input.card, { at: checkedAt, now: stamp(clock.now()) });
  if (!cleared.ok) return refused(...cleared.refusals);
  const card = cleared.value;
  const written = await member.open.store.transaction(async (tx): Promise<Reply<null>> => {
    const base = await savedOver(tx, input);
    if (!base.ok) return base;
    const before = base.value;
    const checked = checkedAt === null ? heldCheck(before, card) : { at: checkedAt, by: member.person.id };
    const next = { contactId, version: (before?.version ?? 0) + 1, checked, retired: false };
    await write(tx, member, { kind: before === null ? 'added' : 'changed', card, next });
    return done(null);
  });
  return written.ok ? shownContact(member, contactId) : written;
}

type VersionInput = z.output<typeof contactVersionInput>;

/** The same card once more, with the number tried now or off the list. */
async function repeat(member: Member, input: VersionInput, kind: 'checked' | 'retired'): Promise<Reply<Contact>> {
  const { contactId, baseVersion } = input;
  const now = stamp(member.state.options.clock.now());
  const written = await member.open.store.transaction(async (tx): Promise<Reply<null>> => {
    const base = await baseOf(tx, { contactId, baseVersion });
    if (!base.ok) return base;
    const before = base.value;
    const cleared = clearContactCard(boxesOf(before), { at: null, now });
    if (!cleared.ok) return refused(...cleared.refusals);
    const card = cleared.value;
    const checked = kind === 'checked' ? { at: now, by: member.person.id } : heldCheck(before, card);
    const next = { contactId, version: before.version + 1, checked, retired: kind === 'retired' };
    await write(tx, member, { kind, card, next });
    return done(null);
  });
  return written.ok ? shownContact(member, contactId) : written;
}

/** Somebody tried the number now and it answered. */
export function checkContact(member: Member, input: VersionInput): Promise<Reply<Contact>> {
  return repeat(member, input, 'checked');
}

/** Off the list; its versions stay on record. */
export function retireContact(member: Member, input: VersionInput): Promise<Reply<Contact>> {
  return repeat(member, input, 'retired');
}
