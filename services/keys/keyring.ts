import { dirname } from 'node:path';
import { z } from 'zod';
import type { Refusal } from '../../policy/refusal.ts';
import { fromBase64url, toBase64url } from '../../proof/base64.ts';
import { loginOf } from './login.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type Outcome, bad, good } from './outcome.ts';
import { closeBox, openBox, passphraseBox } from './passphrase-box.ts';
import { makePrivateFolder, readJsonFile, replaceFile, writeNewFile, writeRefusal } from './safe-files.ts';
import { SALT_BYTES, SCRYPT_LN, stretch, type Stretching } from './scrypt.ts';
import { parseStationKey, serialiseStationKey, type StationKey } from './station-key.ts';
import { thenWiped } from './wipe.ts';

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
export type Keyring = Readonly<z.output<typeof keyringFile>>;

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

const FILE = 'keyring.json';
const NEXT = 'Bring it back from a backup, or use the recovery key and files: the command is “sallyport recover”.';

const damaged = (why: string): ReturnType<typeof bad> =>
  bad('unreadable-file', { field: FILE, params: { file: FILE, why, next: NEXT } });
const missing = (): ReturnType<typeof bad> => bad('missing-key', { params: { file: FILE } });

/** Null where there is none; `unreadable-file` where nobody can tell who is in it. */
export async function readKeyring(path: string): Promise<Outcome<Keyring | null>> {
  const read = await readJsonFile(path);
  if (!read.ok) return damaged('not-json');
  if (read.value === null) return good(null);
  const parsed = keyringFile.safeParse(read.value);
  return parsed.success ? good(parsed.data) : damaged('not-a-keyring');
}

/** As it rests in `keyring.json`. */
export function textOf(keyring: Keyring): string {
  return `${JSON.stringify(keyring, null, 2)}\n`;
}

/** Answers the keyring of before. One that is missing or cannot be read is not written over. */
function changeKeyring(path: string, change: (keyring: Keyring) => Keyring): Promise<Outcome<Keyring>> {
  return oneAtATime(path, async () => {
    const read = await readKeyring(path);
    if (!read.ok) return read;
    if (read.value === null) return missing();
    try {
      await replaceFile(path, textOf(change(read.value)));
    } catch (thrown) {
      const told = writeRefusal(thrown, FILE);
      if (told === undefined) throw thrown;
      return told;
    }
    return good(read.value);
  });
}

/** The keyring of a new station, with nobody in it. Throws `EEXIST` where there is one. */
export async function foundKeyring(path: string): Promise<void> {
  await makePrivateFolder(dirname(path));
  await writeNewFile(path, textOf({ format: 1, slots: [] }));
}

/** The station key under somebody's passphrase, to be kept in the keyring. */
export type Slot = Readonly<Keyring['slots'][number]>;

export async function makeSlot(slot: NewSlot, { random, scryptLn }: Stretching): Promise<Slot> {
  const { personId, name, passphrase, key } = slot;
  const closing = { format: SLOT_FORMAT, passphrase, random, scryptLn };
  const box = await thenWiped(serialiseStationKey(key), (secret) => closeBox(secret, closing));
  return { personId, name: loginOf(name), box };
}

/** The keyring with one slot more, in place of any of that person or of that sign-in name. */
export function withSlot(keyring: Keyring, slot: Slot): Keyring {
  const isOther = ({ personId, name }: Slot): boolean => personId !== slot.personId && name !== slot.name;
  return { ...keyring, slots: [...keyring.slots.filter(isOther), slot] };
}

/** Gives somebody a way in, in place of any slot of theirs or of their sign-in name. */
export async function keepSlot(path: string, slot: Slot): Promise<Outcome<null>> {
  const changed = await changeKeyring(path, (keyring) => withSlot(keyring, slot));
  return changed.ok ? good(null) : changed;
}

/** Takes the way in from somebody; answers whether they had one. */
export async function removeSlot(path: string, personId: string): Promise<Outcome<boolean>> {
  const isTheirs = (slot: Slot): boolean => slot.personId === personId;
  const changed = await changeKeyring(path, (keyring) => ({
    ...keyring,
    slots: keyring.slots.filter((slot) => !isTheirs(slot)),
  }));
  return changed.ok ? good(changed.value.slots.some(isTheirs)) : changed;
}

/** Opens the station key with somebody's passphrase. An unknown name takes as long as a wrong passphrase. */
export async function openSlot(path: string, name: string, passphrase: string): Promise<SlotAnswer> {
  const read = await readKeyring(path);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  if (read.value === null) return { kind: 'refused', refusal: missing().refusal };
  const slot = read.value.slots.find((other) => other.name === loginOf(name));
  if (slot === undefined) {
    const [other] = read.value.slots;
    const ln = other === undefined ? SCRYPT_LN : Math.log2(other.box.kdf.N);
    await stretch(passphrase, new Uint8Array(SALT_BYTES), ln);
    return { kind: 'wrong' };
  }
  const opened = await openBox(slot.box, SLOT_FORMAT, passphrase);
  if (opened.kind === 'wrong-passphrase') return { kind: 'wrong' };
  const key = opened.kind === 'opened' ? await thenWiped(opened.secret, parseStationKey) : undefined;
  return key === undefined
    ? { kind: 'refused', refusal: damaged('slot-damaged').refusal }
    : { kind: 'opened', personId: slot.personId, key };
}

/** Keeps a copy of the station key that the operating system protects. */
export async function addSystemSlot(path: string, guard: SystemKeyGuard, key: StationKey): Promise<Outcome<null>> {
  const system = toBase64url(await thenWiped(serialiseStationKey(key), (secret) => guard.wrap(secret)));
  const changed = await changeKeyring(path, (keyring) => ({ ...keyring, system }));
  return changed.ok ? good(null) : changed;
}

/** Null where there is no such copy or the operating system no longer opens it: a passphrase must do it. */
export async function openSystemSlot(path: string, guard: SystemKeyGuard): Promise<StationKey | null> {
  const read = await readKeyring(path);
  const wrapped = fromBase64url(read.ok ? (read.value?.system ?? '') : '');
  if (wrapped === undefined || wrapped.length === 0) return null;
  try {
    return (await thenWiped(await guard.unwrap(wrapped), parseStationKey)) ?? null;
  } catch {
    return null;
  }
}
