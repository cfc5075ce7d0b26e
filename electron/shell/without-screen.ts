import { spawnSync } from 'node:child_process';

/** The first word that makes Chromium draw nowhere. */
export const HEADLESS = '--ozone-platform=headless';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
}

/** True where Chromium would end for want of a screen and was not told to do without one. */
export function wantsScreen(argv: readonly string[], { platform, environment }: Machine): boolean {
  const { DISPLAY: x11 = '', WAYLAND_DISPLAY: wayland = '' } = environment;
  return platform === 'linux' && x11 === '' && wayland === '' && !argv.includes(HEADLESS);
}

/** Descriptors that a command reads or writes: the first three, and the one that `--secret-fd` names. */
export function descriptors(argv: readonly string[]): readonly (number | 'ignore')[] {
  const named = argv.flatMap((word, at) =>
    word === '--secret-fd' ? [argv[at + 1] ?? ''] : word.startsWith('--secret-fd=') ? [word.slice(12)] : [],
  );
  const secret = /^\d{1,3}$/.test(named[0] ?? '') ? Number(named[0]) : 0;
  return Array.from({ length: Math.max(2, secret) + 1 }, (_, at) => (at <= 2 || at === secret ? at : 'ignore'));
}

/**
 * Runs the same program once more without a screen and answers with its code. Chromium chooses its platform before any
 * code of ours runs, and looks for a screen only after.
 */
export function runWithoutScreen(program: string, argv: readonly string[]): number {
  return spawnSync(program, [HEADLESS, ...argv], { stdio: [...descriptors(argv)] }).status ?? 1;
}
