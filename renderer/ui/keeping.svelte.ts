import type { Reply } from '../../contract/reply.ts';

const AGAIN = 8_000;

/** The keeping of one form: what is asked for later is done later, and of keepings only the newest counts. */
export class Keeping {
  keptAt = $state.raw<string | null>(null);
  /** What could not be done last. */
  #failed = $state<'keep' | 'drop' | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was wanted: an older keeping neither says how it went nor is tried again. */
  #wanted = 0;
  #before: Promise<unknown> = Promise.resolve();
  #stopped = false;

  get failed(): 'keep' | 'drop' | null {
    return this.#failed;
  }
  #inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const asked = this.#before.then(ask);
    this.#before = asked;
    return asked;
  }
  /** Answers what was kept; null where it was not, or where something newer was wanted meanwhile. */
  async keep<T extends { readonly keptAt: string }>(ask: () => Promise<Reply<T>>): Promise<T | null> {
    clearTimeout(this.#timer);
    this.#wanted += 1;
    const mine = this.#wanted;
    const reply = await this.#inTurn(async () => (mine === this.#wanted ? ask() : null));
    if (reply === null || mine !== this.#wanted) return null;
    this.#failed = reply.ok ? null : 'keep';
    if (reply.ok) {
      this.keptAt = reply.value.keptAt;
      return reply.value;
    }
    // Behind the lock, or with no room on the disk, nothing is kept; it is tried again while the form is there.
    if (!this.#stopped) this.#timer = setTimeout(() => void this.keep(ask), AGAIN);
    return null;
  }
  /** Forgets what was kept, after any keeping that is under way. @param ask whether it is gone */
  async drop(ask: () => Promise<boolean>): Promise<void> {
    clearTimeout(this.#timer);
    this.#wanted += 1;
    const mine = this.#wanted;
    const gone = await this.#inTurn(ask);
    if (mine !== this.#wanted) return;
    this.#failed = gone ? null : 'drop';
    if (gone) this.keptAt = null;
  }
  /** Nothing that was wanted before is kept any more; what is under way is waited for. */
  async quiet(): Promise<void> {
    clearTimeout(this.#timer);
    this.#wanted += 1;
    await this.#before;
  }
  /** What is under way is over. */
  async settled(): Promise<void> {
    await this.#before;
  }
  /** The form is gone. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
