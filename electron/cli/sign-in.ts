import type { ReadOptions } from './options.ts';
import { readSecrets } from './secrets.ts';

/** Options of every command that opens a station; spread them into the command's own. */
export const STATION_OPTIONS = { user: 'text', 'secret-fd': 'text', data: 'text' } as const;

/** Who signs in and how, or a sentence that says what is missing. */
export type SignIn =
  | { readonly ok: true; readonly name: string; readonly secret: string }
  | { readonly ok: false; readonly sentence: string };

type Given = Pick<Extract<ReadOptions, { readonly ok: true }>, 'texts'>;

/** The passphrase of `--user NAME`, from `--secret-fd N` or the terminal. */
export async function readSignIn({ texts }: Given): Promise<SignIn> {
  const name = texts['user'];
  if (name === undefined) return { ok: false, sentence: 'Say who signs in with --user NAME.' };
  const read = await readSecrets([{ asks: `Passphrase of ${name}`, what: 'passphrase' }], texts['secret-fd']);
  return read.ok ? { ok: true, name, secret: read.secrets[0] ?? '' } : read;
}
