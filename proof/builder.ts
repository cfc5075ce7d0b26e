import { hash } from 'node:crypto';
import { EMPTY, rootOf, type Frontier } from './frontier.ts';

/** A subtree that was completed, from the second level up. */
export type OnNode = (level: number, index: number, hash: Uint8Array) => void;

const PAIR = 65;

/** Grows a tree over many leaves in turn, without a copy of its edge for each. Memory stays at one hash a level. */
export class TreeBuilder {
  readonly #stack: Uint8Array[] = [];
  /** Where the two hashes under a node are put one behind the other. */
  readonly #pair = Buffer.alloc(PAIR, 1);
  readonly #onNode: OnNode;
  #size = 0;

  constructor(onNode: OnNode = () => undefined) {
    this.#onNode = onNode;
  }

  get size(): number {
    return this.#size;
  }

  get frontier(): Frontier {
    return this.#stack;
  }

  /** @param leaf hash of the next leaf */
  add(leaf: Uint8Array): void {
    let top = leaf;
    let level = 0;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      this.#pair.set(this.#stack.pop() ?? EMPTY_HASH, 1);
      this.#pair.set(top, 33);
      top = hash('sha256', this.#pair, 'buffer');
      level += 1;
      this.#onNode(level, Math.floor(rest / 2), top);
    }
    this.#stack.push(top);
    this.#size += 1;
  }

  root(): Buffer {
    return rootOf({ size: this.#size, frontier: this.#stack });
  }
}

const EMPTY_HASH = rootOf(EMPTY);
