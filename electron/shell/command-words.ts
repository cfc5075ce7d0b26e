import { HEADLESS } from './without-screen.ts';

/** Switches that Chromium needs before a command: root in a container, a machine without a screen. */
const OF_CHROMIUM: ReadonlySet<string> = new Set(['--no-sandbox', HEADLESS]);

/** What asks for words and no window. */
const ASKS: ReadonlySet<string> = new Set(['--help', '-h']);

/**
 * The words of a command, where a packaged app was called with one: `sallyport policy show`. One that does not exist is
 * a command as well, and is answered as such: a window in its place would be taken for what was asked. Null asks for
 * the window.
 */
export function commandIn(argv: readonly string[]): readonly string[] | null {
  const words = argv.slice(argv.findIndex((word) => !OF_CHROMIUM.has(word)));
  const [word = '--'] = words;
  return ASKS.has(word) || !word.startsWith('-') ? words : null;
}
