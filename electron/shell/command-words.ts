import { COMMANDS } from '../cli/command-table.ts';
import { HEADLESS } from './without-screen.ts';

/** Switches that Chromium needs before a command: root in a container, a machine without a screen. */
const OF_CHROMIUM: ReadonlySet<string> = new Set(['--no-sandbox', HEADLESS]);

/** The words of a command, where a packaged app was called with one: `sallyport policy show`. Null asks for the window. */
export function commandIn(argv: readonly string[]): readonly string[] | null {
  const words = argv.slice(argv.findIndex((word) => !OF_CHROMIUM.has(word)));
  const [word] = words;
  return word !== undefined && (COMMANDS.has(word) || word === 'help') ? words : null;
}
