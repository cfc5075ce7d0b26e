// Texts of one file are put before the screen, and what is found is listed.
import { setImmediate } from 'node:timers/promises';
import { ABOUT_THE_CONTACT } from '../../policy/gate/records.ts';
import { screenWithMemory } from '../../policy/screen/memory.ts';
import type { Finding, ScreenField } from '../../policy/screen/verdict.ts';
import type { LeakedText } from '../../contract/system.ts';
import type { Wordless } from './kinds.ts';
import type { FileText } from './texts-of-file.ts';
import { TOO_LARGE_UNPACKED, Unread } from './unread.ts';

/** What was found, as it is found. */
export interface Found {
  readonly leaks: LeakedText[];
  /** Files that could not be read, with the reason. */
  readonly unread: string[];
  readonly wordless: Wordless[];
}

/** Of one file of the disk so many leaks, and so many unread parts, are listed; the rest is counted. */
const MOST_LISTED = 100;
/** Of one file of the disk, unpacked, with all that is packed in it: what grows beyond was made to fill memory and time. */
const MOST_UNPACKED = 4 * 1024 * 1024 * 1024;
const MOST_ENTRIES = 100_000;

/** One file of the disk: what was found in it and in all that is packed in it, and what may still be unpacked. */
export class OneFile {
  readonly wordless: Wordless[];
  /** Bytes. */
  readonly left = { bytes: MOST_UNPACKED };
  #entries = MOST_ENTRIES;
  #leaks = 0;
  #unread = 0;
  #more: LeakedText | undefined;
  readonly #found: Found;

  constructor(found: Found) {
    this.#found = found;
    this.wordless = found.wordless;
  }

  leak(one: LeakedText): void {
    this.#leaks += 1;
    if (this.#leaks <= MOST_LISTED) this.#found.leaks.push(one);
    else this.#more ??= one;
  }

  unread(told: string): void {
    this.#unread += 1;
    if (this.#unread <= MOST_LISTED) this.#found.unread.push(told);
  }

  /** @throws Unread where nothing is left */
  spend(bytes: number): void {
    this.left.bytes -= bytes;
    if (this.left.bytes < 0) throw new Unread(TOO_LARGE_UNPACKED);
  }

  /** @throws Unread where nothing is left */
  spendEntry(): void {
    this.#entries -= 1;
    if (this.#entries < 0) throw new Unread('holds too many files');
    this.spend(0);
  }

  /** Counts what was not listed. @param place the file, as it may be shown */
  end(place: string): void {
    const [leaks, unread] = [this.#leaks - MOST_LISTED, this.#unread - MOST_LISTED];
    if (this.#more !== undefined)
      this.#found.leaks.push({ ...this.#more, place, part: `${String(leaks)} more`, length: 0 });
    if (unread > 0) this.#found.unread.push(`${place} (${String(unread)} more parts of it)`);
  }
}

/** Where texts stand. */
export interface Here {
  /** As it may be shown. */
  readonly name: string;
  /** Copies that left: a contact with an agency may name it. */
  readonly copies: boolean;
  readonly file: OneFile;
  /** How often it was packed. */
  readonly depth: number;
  /** Texts so far. */
  texts: number;
}

export const HIDDEN = '(a name that is not repeated here)';

function firstBlock(text: string, field: ScreenField, copies: boolean): Finding | undefined {
  return screenWithMemory(text, field).findings.find(
    ({ action, category }) => action === 'block' && !(copies && ABOUT_THE_CONTACT.has(category)),
  );
}

/** A name that tells is not repeated; it is a leak. */
export function shownName(name: string, copies: boolean, leak: (one: LeakedText) => void): string {
  const block = firstBlock(name, 'file-name', copies);
  if (block === undefined) return name;
  const { category, clause, start, end } = block;
  leak({ place: HIDDEN, part: 'its name', category, clause, length: end - start });
  return HIDDEN;
}

/** A longer text is put before the screen in pieces of so many letters, cut at a blank. */
const PIECE = 16 * 1024;
/** Read again with the next piece: longer than any phrase with the words around it. */
const OVERLAP = 400;

export function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const to = from + PIECE;
    const blank = text.lastIndexOf(' ', to);
    const end = to >= text.length ? text.length : blank > to - OVERLAP ? blank : to;
    yield text.slice(from, end);
    if (end === text.length) return;
    const again = text.indexOf(' ', end - OVERLAP);
    from = again >= 0 && again < end ? again + 1 : end - OVERLAP;
  }
}

/** In milliseconds: then other calls come in between. */
const BREATH = 20;
let breathed = performance.now();

export async function breathe(): Promise<void> {
  if (performance.now() - breathed < BREATH) return;
  await setImmediate();
  breathed = performance.now();
}

async function blockIn({ text, field }: FileText, copies: boolean): Promise<Finding | undefined> {
  for (const piece of piecesOf(text)) {
    await breathe();
    const block = firstBlock(piece, field, copies);
    if (block !== undefined) return block;
  }
  return undefined;
}

export async function lookAtTexts(here: Here, texts: readonly FileText[]): Promise<void> {
  for (const text of texts) {
    here.texts += 1;
    const block = await blockIn(text, here.copies);
    if (block === undefined) continue;
    const { category, clause, start, end } = block;
    const part = `text ${String(here.texts)}`;
    here.file.leak({ place: here.name, part, category, clause, length: end - start });
  }
}
