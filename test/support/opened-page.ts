/** A page that a browser of this machine has opened. */
export interface OpenedPage {
  /** Picks files from the disk with the file box of this id. */
  pick(box: string, paths: readonly string[]): Promise<void>;
  /** What an expression gives in the page, as JSON. */
  ask(expression: string): Promise<unknown>;
  picture(path: string): Promise<void>;
  /** Everything that was asked for from anywhere, the page itself included; undefined where that cannot be told. */
  readonly requests: readonly string[] | undefined;
  close(): Promise<void>;
}
