import { dirname } from 'node:path';
import { z } from 'zod';
import type { Refusal } from '../../policy/refusal.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type Outcome, bad, good } from './outcome.ts';
import { closeBox, openBox, passphraseBox } from './passphrase-box.ts';
import { makePrivateFolder, readJsonFile, replaceFile } from './safe-files.ts';
import { SALT_BYTES, stretch } from './scrypt.ts';
import { parseStationKey, serialiseStationKey, type StationKey } from './station-key.ts';

const SLOT_FORMAT = 'sallyport/station-key/1';

/** The operating system's key store. `protects` is false where it would encrypt under a fixed word. */
export interface SystemKeyGuard {
  protects(): Promise<boolean>;
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  unwrap(bytes: Uint8Array): Promise<Uint8Array>;
}

const keyringFile = z.strictObject({
  format: z.literal(1),
  /** The station key under the passphrase of each person who signs in. */
  slots: z.array(z.strictObject({ personId: z.string(), name: z.string(), box: passphraseBox })),
  /** The station key as wrapped by the operating system, base64url. */
  system: z.string().optional(),
});
type Keyring = z.output<typeof keyringFile>;

export type SlotAnswer =
  | { readonly kind: 'opened'; readonly personId: string; readonly key: StationKey }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

interface NewSlot {
  readonly personId: string;
  /** Sign-in name, any case. */
  readonly name: string;
  readonly passphrase: string;
  readonly key: StationKey;
}

/** A keyring that cannot be read must not be written over. */
export class KeyringDamaged extends Error {
  override readonly name = 'KeyringDamaged';
  readonly code = 'unreadable-file';
}

const damaged = (why: string): { readonly ok: false; readonly refusal: Refusal } =>
  bad('unreadable-file', { field: 'keyring.json', params: { file: 'keyring.json', why } });

const loginOf = (name: string): string => name.normalize('NFC').trim().toLowerCase();

async function readKeyring(path: string): Promise<Outcome<Keyring | null>> {
  const read = await readJsonFile(path);
  if (!read.ok || read.value === null) return read.ok ? good(null) : read;
  const parsed = keyringFile.safeParse(read.value);
  return parsed.success ? good(parsed.data) : damaged('not-a-keyring');
}

async function changeKeyring(path: string, change: (keyring: Keyring) => Keyring): Promise<void> {
  const read = await readKeyring(path);
  if (!read.ok) throw new KeyringDamaged();
  await makePrivateFolder(dirname(path));
  const changed = change(read.value ?? { format: 1, slots: [] });
  await replaceFile(path, `${JSON.stringify(changed, null, 2)}\n`);
}

/** Gives somebody a way in. A person who has a slot gets a new one in its place. */
export async function addSlot(path: string, slot: NewSlot, random: (size: number) => Uint8Array): Promise<void> {
  const { personId, name, passphrase, key } = slot;
  const box = await closeBox(serialiseStationKey(key), { format: SLOT_FORMAT, passphrase, random });
  await changeKeyring(path, (keyring) => ({
    ...keyring,
    slots: [...keyring.slots.filter((other) => other.personId !== personId), { personId, name: loginOf(name), box }],
  }));
}

/** Takes the way in from somebody. */
export async function removeSlot(path: string, personId: string): Promise<void> {
  await changeKeyring(path, (keyring) => ({
    ...keyring,
    slots: keyring.slots.filter((slot) => slot.personId !== personId),
  }));
}

/** Opens the station key with somebody's passphrase. An unknown name takes as long as a wrong passphrase. */
export async function openSlot(path: string, name: string, passphrase: string): Promise<SlotAnswer> {
  const read = await readKeyring(path);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  if (read.value === null)
    return { kind: 'refused', refusal: { code: 'missing-key', params: { file: 'keyring.json' } } };
  const slot = read.value.slots.find((other) => other.name === loginOf(name));
  if (slot === undefined) {
    await stretch(passphrase, new Uint8Array(SALT_BYTES));
    return { kind: 'wrong' };
  }
  const opened = await openBox(slot.box, SLOT_FORMAT, passphrase);
  if (opened.kind === 'wrong-passphrase') return { kind: 'wrong' };
  const key = opened.kind === 'opened' ? parseStationKey(opened.secret) : undefined;
  return key === undefined
    ? { kind: 'refused', refusal: damaged('slot-damaged').refusal }
    : { kind: 'opened', personId: slot.personId, key };
}

/** Keeps a copy of the station key that the operating system protects. */
export async function addSystemSlot(path: string, guard: SystemKeyGuard, key: StationKey): Promise<void> {
  const system = toBase64url(await guard.wrap(serialiseStationKey(key)));
  await changeKeyring(path, (keyring) => ({ ...keyring, system }));
}

/** Null where there is no such copy or the operating system no longer opens it: a passphrase must do it. */
export async function openSystemSlot(path: string, guard: SystemKeyGuard): Promise<StationKey | null> {
  const read = await readKeyring(path);
  const wrapped = fromBase64url(read.ok ? (read.value?.system ?? '') : '');
  if (wrapped === undefined || wrapped.length === 0) return null;
  try {
    return parseStationKey(await guard.unwrap(wrapped)) ?? null;
  } catch {
    return null;
  }
}
