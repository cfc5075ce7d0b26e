import type { StartCarrier } from '../../services/backup/carrier-messages.ts';
import type { SystemFolders } from './written-beside.ts';

/** 0 done or all checks hold, 1 refused or a check failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch of the outside. */
export interface Io {
  /** Text of standard input, read only by commands that ask for it. */
  input(): AsyncIterable<string>;
  /** Standard output: JSON or JSON lines and nothing else. Waits while the reader is behind. */
  out(text: string): Promise<void>;
  /** A line for people, on standard error. */
  say(text: string): void;
  /** The SQLite addon, where the host cannot find it by itself. */
  readonly addon?: unknown;
  /** Starts the process that works in a folder of backups. */
  readonly startCarrier: StartCarrier;
  /** Folders of the system, where Electron can tell them. */
  readonly folders?: SystemFolders;
}

/** One word after `sallyport`. Each command has a file of its own and is read only when it is called. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What may follow `sallyport`. */
  readonly usage: string;
  readonly example: string;
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}
