// What a page of a PDF shows, line by line (ISO 32000-2, 9.4).
import { lettersOfCodes, type Fonts, type Letters } from './pdf-letters.ts';
import { spend, type Pdf } from './pdf-objects.ts';
import { tokensOf, type Token } from './pdf-scan.ts';

/** In thousandths of the letters' size: wider gaps stand for a blank. */
const GAP = -180;
const MOST_OPERANDS = 20_000;

/** One way of reading what a page shows; where a text goes on further right, only some programs left a blank out. */
interface Way {
  readonly fonts: Fonts;
  /** Which of the fonts that bear one name. */
  readonly font: number;
  readonly further: '' | ' ';
}

const SHOWING = new Set(['Tj', 'TJ', "'", '"']);
const NEXT_LINE = new Set(['ET', 'T*', 'Tm', "'", '"']);
const FURTHER = new Set(['Td', 'TD']);

class Page {
  readonly lines: string[] = [];
  #line: string[] = [];
  #letters: Letters | undefined;
  #operands: Token[] = [];
  readonly #way: Way;

  constructor(way: Way) {
    this.#way = way;
  }

  take(token: Token): void {
    if (token.kind !== 'word') {
      this.#keep(token);
      return;
    }
    if (token.sign === 'Tf') this.#font();
    if (FURTHER.has(token.sign)) this.#further();
    if (NEXT_LINE.has(token.sign)) this.end();
    if (SHOWING.has(token.sign)) this.#show();
    this.#operands = [];
  }

  end(): void {
    const line = this.#line.join('');
    if (line.trim() !== '') this.lines.push(line);
    this.#line = [];
  }

  /** A text that nothing shows any more, since the page is cut there. */
  last(): void {
    this.#show();
    this.end();
  }

  /** Where nothing shows what has come together by now, it is shown all the same. */
  #keep(token: Token): void {
    if (token.kind !== 'comment') this.#operands.push(token);
    if (this.#operands.length < MOST_OPERANDS) return;
    this.#show();
    this.#operands = [];
  }

  #font(): void {
    const name = this.#operands.at(-2);
    const known = name?.kind === 'name' ? this.#way.fonts.get(name.sign) : undefined;
    this.#letters = known?.[this.#way.font] ?? known?.[0];
  }

  #further(): void {
    const down = this.#operands.at(-1);
    if (down?.kind === 'number' && down.value === 0) this.#line.push(this.#way.further);
    else this.end();
  }

  #show(): void {
    for (const token of this.#operands) {
      if (token.kind === 'text') this.#line.push(lettersOfCodes(token.bytes, this.#letters));
      else if (token.kind === 'number' && token.value < GAP) this.#line.push(' ');
    }
  }
}

function linesOf(pdf: Pdf, content: string, way: Way): readonly string[] {
  spend(pdf, content.length);
  const page = new Page(way);
  for (const token of tokensOf(content, true)) page.take(token);
  page.last();
  return page.lines;
}

/** Some programs move on in the place of a blank: then hardly one is left. */
const FEWEST_BLANKS = 1 / 15;

function readLines(pdf: Pdf, content: string, way: Omit<Way, 'further'>): readonly string[] {
  const close = linesOf(pdf, content, { ...way, further: '' });
  const all = close.join(' ');
  const blanks = all.split(' ').length - 1;
  return blanks < all.length * FEWEST_BLANKS ? [...close, ...linesOf(pdf, content, { ...way, further: ' ' })] : close;
}

/** A sentence that goes on in the next line. */
const GOES_ON = /^\p{Ll}/u;
const UNFINISHED = /[,-]$/;

function sentencesOf(lines: readonly string[]): readonly string[] {
  const sentences: string[][] = [];
  for (const line of lines) {
    const before = sentences.at(-1);
    const isOpen = UNFINISHED.test(before?.at(-1)?.trimEnd() ?? '');
    if (before !== undefined && (GOES_ON.test(line) || isOpen)) before.push(line);
    else sentences.push([line]);
  }
  return sentences.map((each) => each.join(' '));
}

/** How many fonts a name on the page may mean. */
function mostFonts(content: string, fonts: Fonts): number {
  let most = 1;
  for (const token of tokensOf(content, true)) {
    if (token.kind === 'name') most = Math.max(most, fonts.get(token.sign)?.length ?? 0);
  }
  return most;
}

/** @param content one letter a byte @throws Unread where reading it takes more than is left */
export function pageTexts(pdf: Pdf, content: string, fonts: Fonts): readonly string[] {
  const texts = new Set<string>();
  for (let font = 0, most = mostFonts(content, fonts); font < most; font += 1) {
    for (const one of sentencesOf(readLines(pdf, content, { fonts, font }))) texts.add(one);
  }
  return [...texts];
}
