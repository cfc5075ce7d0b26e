import { z } from 'zod';

const bytes = (most: number): z.ZodString =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most);

/** What a new key answered, base64url. */
export const madeKey = z.strictObject({ clientData: bytes(4_000), authenticatorData: bytes(8_000) });
/** What a key answered that was touched, base64url. */
export const keyTouch = z.strictObject({
  credential: bytes(1_400),
  clientData: bytes(4_000),
  authenticatorData: bytes(8_000),
  signature: bytes(200),
});
/** A code, a recovery code or a touch of a key, where somebody has a second factor. */
export const secondFactor = { code: z.string().trim().max(40).optional(), touch: keyTouch.optional() };
/** Whoever is in proves it again: by the passphrase, and by the second factor that they have. */
export const provedAgain = { passphrase: z.string().min(1).max(400), ...secondFactor };
/** Without both where the sign-in itself asks for a second factor. */
export const provedJustNow = { ...provedAgain, passphrase: provedAgain.passphrase.optional() };
const keyName = z.string().trim().min(1).max(40);
/** `name`: to know it by, such as `blue one on my ring`. */
export const beginKeyInput = z.strictObject({ name: keyName, ...provedJustNow });
export const addKeyInput = z.strictObject({ name: keyName, made: madeKey });
export const removeKeyInput = z.strictObject({ id: z.uuid(), passphrase: z.string().min(1).max(400) });

export type MadeKey = z.output<typeof madeKey>;
export type KeyTouch = z.output<typeof keyTouch>;

/** More keys than this nobody has. */
export const MOST_KEYS = 5;

/** What a new key is asked. Base64url. */
export interface KeyToMake {
  readonly challenge: string;
  readonly userId: string;
  readonly userName: string;
  /** Keys that are set up already: none of these once more. */
  readonly known: readonly string[];
}

/** What a key is asked that is to be touched. Base64url. */
export interface KeyToTouch {
  readonly challenge: string;
  readonly credentials: readonly string[];
}

export interface OwnKey {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  /** Not once another like it was about. */
  readonly serves: boolean;
}

/** What somebody can prove themselves with, beside their passphrase. */
export interface OwnFactors {
  /** Whether their phone shows codes. */
  readonly code: boolean;
  /** How many recovery codes are left; null where there is no factor. */
  readonly codesLeft: number | null;
  readonly keys: readonly OwnKey[];
}

/** What the window of the security key is opened for. */
export type KeyAsk = ({ readonly kind: 'make' } & KeyToMake) | ({ readonly kind: 'touch' } & KeyToTouch);

/** What that window says: the key's answer, or why there is none. */
export type KeyAnswer = { readonly value: MadeKey | KeyTouch } | { readonly why: 'known' | 'silent' };

/** All that the page in that window is given, frozen, as `window.sallyportKey`. */
export interface KeyBridge {
  /** Null where nothing is asked any more. */
  asked(): Promise<KeyAsk | null>;
  answer(answer: KeyAnswer): Promise<void>;
  /** Ends the wait, and the window. */
  cancel(): Promise<void>;
}
