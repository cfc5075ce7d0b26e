import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line of the window asks for. */
export interface LaunchOptions {
  /** `--data DIR`: another station folder. */
  readonly data?: string;
  /** `--prints DIR`: where sheets are written as PDF. */
  readonly prints?: string;
  /** `--choose-file PATH`, `--choose-folder PATH`: answers of the dialogs, for tests and the demo; never once packaged. */
  readonly chooseFile?: string;
  readonly chooseFolder?: string;
  /** `--idle-lock SECONDS`, for tests; never once packaged. */
  readonly idleSeconds?: number;
  /** False after `--no-system-key`: the station key rests on passphrases alone. */
  readonly systemKey: boolean;
}

const KNOWN = {
  data: { type: 'string' },
  prints: { type: 'string' },
  'choose-file': { type: 'string' },
  'choose-folder': { type: 'string' },
  'idle-lock': { type: 'string' },
  'no-system-key': { type: 'boolean' },
} as const;

type Given = Readonly<Record<string, unknown>>;

function path<K extends string>(given: Given, name: string, key: K): { readonly [P in K]?: string } | object {
  const value = given[name];
  return typeof value === 'string' && value !== '' ? { [key]: resolve(value) } : {};
}

function idle(given: Given): { readonly idleSeconds?: number } {
  const seconds = Number(given['idle-lock']);
  return seconds > 0 ? { idleSeconds: seconds } : {};
}

/** Reads the switches that are ours and leaves Chromium's alone. Relative paths start at the working folder. */
export function launchOptions(argv: readonly string[], packaged: boolean): LaunchOptions {
  const { values } = parseArgs({ args: [...argv], options: KNOWN, strict: false, allowPositionals: true });
  return {
    ...path(values, 'data', 'data'),
    ...path(values, 'prints', 'prints'),
    ...(packaged
      ? {}
      : {
          ...path(values, 'choose-file', 'chooseFile'),
          ...path(values, 'choose-folder', 'chooseFolder'),
          ...idle(values),
        }),
    systemKey: values['no-system-key'] !== true,
  };
}
