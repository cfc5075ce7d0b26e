/** What the numbers in and beside the entries say happened. */
export type NumberingFault = 'entry-deleted' | 'entry-inserted' | 'entries-swapped' | 'entry-edited';

/** An entry whose own number is not the one of its row. */
interface Off {
  readonly row: number;
  /** Number that the entry itself tells; null where it tells none. */
  readonly told: number | null;
}

/** Looked at in order; keeps the first few that are off, and whether all after the first are off by as much. */
export class Numbering {
  readonly #off: Off[] = [];
  #gap: number | null = null;
  #expected = 0;
  #same = true;
  #count = 0;

  look(row: number, told: number | null): void {
    if (row !== this.#expected) this.#gap ??= this.#expected;
    this.#expected = row + 1;
    const first = this.#off[0];
    if (told === row) {
      if (first !== undefined) this.#same = false;
      return;
    }
    this.#count += 1;
    if (this.#off.length < 2) this.#off.push({ row, told });
    if (first !== undefined && shiftOf({ row, told }) !== shiftOf(first)) this.#same = false;
  }

  /** First number that is missing among the rows. */
  get gap(): number | null {
    return this.#gap;
  }

  /** First entry that tells another number, and what that means. */
  get off(): { readonly at: number; readonly code: NumberingFault } | null {
    const [first, second] = this.#off;
    if (first === undefined) return null;
    return { at: first.row, code: this.#meaning(first, second) };
  }

  #meaning(first: Off, second: Off | undefined): NumberingFault {
    if (this.#count === 2 && second?.told === first.row && first.told === second.row) return 'entries-swapped';
    const shift = shiftOf(first);
    if (!this.#same || shift === null) return 'entry-edited';
    return shift > 0 ? 'entry-deleted' : 'entry-inserted';
  }
}

function shiftOf({ row, told }: Off): number | null {
  return told === null ? null : told - row;
}
