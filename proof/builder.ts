import { rootOf, type Frontier } from './frontier.ts';
import { hashLetters } from './hash.ts';

/** A subtree that was completed, from the second level up. @param hash one letter a byte */
export type OnNode = (level: number, index: number, hash: string) => void;

const PAIR = 65;

const bytesOf = (letters: string): Buffer => Buffer.from(letters, 'latin1');

/**
 * Grows a tree over many leaves in turn, without a copy of its edge for each. Memory stays at one hash a level. Hashes
 * are letters here, one a byte: see `hashLetters`.
 */
export class TreeBuilder {
  readonly #stack: string[] = [];
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
    return this.#stack.map(bytesOf);
  }

  /** @param leaf hash of the next leaf */
  add(leaf: string): void {
    let top = leaf;
    let level = 0;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      this.#pair.write(this.#stack.pop() ?? '', 1, 'latin1');
      this.#pair.write(top, 33, 'latin1');
      top = hashLetters(this.#pair);
      level += 1;
      this.#onNode(level, Math.floor(rest / 2), top);
    }
    this.#stack.push(top);
    this.#size += 1;
  }

  root(): Buffer {
    return rootOf({ size: this.#size, frontier: this.frontier });
  }
}
