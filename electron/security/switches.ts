/** Ours, and Chromium's that choose a screen, a size, a language, a profile or a helper for the eyes. Everything else is refused. */
const KNOWN: ReadonlySet<string> = new Set([
  'data',
  'prints',
  'no-system-key',
  'user-data-dir',
  'ozone-platform',
  'ozone-platform-hint',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'force-high-contrast',
  'window-size',
  'lang',
  'disable-gpu',
  'log-level',
  // Which key store of a Linux desk; one that protects nothing is told apart by the store itself.
  'password-store',
]);

export interface Caller {
  readonly platform: NodeJS.Platform;
  /** Root has to do without Chromium's sandbox, on a machine that builds and tests; nobody else may. */
  readonly root: boolean;
}

/** The name that Chromium would read from a word of the command line, or null where it takes the word for no switch. */
function nameOf(word: string, platform: NodeJS.Platform): string | null {
  const found = (platform === 'win32' ? /^(?:--?|\/)([^-=][^=]*)/ : /^--?([^-=][^=]*)/).exec(word)?.[1];
  if (found === undefined) return null;
  return platform === 'win32' ? found.toLowerCase() : found;
}

/**
 * Switches that a packaged app does not take, by name. Whoever starts the window can hand Chromium any of some
 * hundreds: a port that reads and steers the page (`--remote-debugging-port`), a page without its walls
 * (`--disable-web-security`), another program in place of a process (`--renderer-cmd-prefix`), a log of what is typed.
 * So the list is of those that may be given. Words after `--` count as well.
 */
export function refusedSwitches(argv: readonly string[], { platform, root }: Caller): readonly string[] {
  const names = argv.flatMap((word) => nameOf(word, platform) ?? []);
  return [...new Set(names)].filter((name) => !KNOWN.has(name) && !(root && name === 'no-sandbox'));
}
