/** What one kill came to. */
export interface Killed {
  /** Lines that were acknowledged before it. */
  readonly acknowledged: number;
  readonly restartMs: number;
  readonly wrong: readonly string[];
}
