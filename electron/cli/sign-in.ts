import type { ReadOptions } from './options.ts';
import { readSecrets } from './secrets.ts';

/** Options of every command that opens a station; spread them into the command's own. */
export const STATION_OPTIONS = { user: 'text', 'secret-fd': 'text', data: 'text' } as const;

type Refused = { readonly ok: false; readonly sentence: string };

/** Who signs in and how, or a sentence that says what is missing. */
export type SignIn =
  | {
      readonly ok: true;
      readonly name: string;
      readonly secret: string;
      /** Asks for a code of the second factor, where the station does: the next line of the same place. */
      readonly readCode: () => Promise<{ readonly ok: true; readonly code: string } | Refused>;
    }
  | Refused;

type Given = Pick<Extract<ReadOptions, { readonly ok: true }>, 'texts'>;

/** The passphrase of `--user NAME`, from `--secret-fd N` or the terminal. */
export async function readSignIn({ texts }: Given): Promise<SignIn> {
  const name = texts['user'];
  if (name === undefined) return { ok: false, sentence: 'Say who signs in with --user NAME.' };
  const descriptor = texts['secret-fd'];
  const read = await readSecrets([{ asks: `Passphrase of ${name}`, what: 'passphrase' }], descriptor);
  if (!read.ok) return read;
  const { rest } = read;
  return {
    ok: true,
    name,
    secret: read.secrets[0] ?? '',
    async readCode() {
      const next = await readSecrets(
        [{ asks: `Code of ${name}`, what: 'code of the second factor' }],
        descriptor,
        rest,
      );
      return next.ok ? { ok: true, code: next.secrets[0] ?? '' } : next;
    },
  };
}
