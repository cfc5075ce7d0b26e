import { PDFDocument, type StructureElement } from 'pdfkit';
import type { Font } from 'fontkit';
import type { Fonts } from './fonts.ts';
import type { Block, Paper, Section } from './paper.ts';

const MARGIN = 56;
const FOOT = 34;
const LABEL_WIDTH = 150;
const GAP = 12;
const INK = '#1b1e22';
const SOFT = '#555b63';
const RULE = '#c9cdd3';
const LINE_GAP = 2;
/** Room that a heading and its first line need; else they begin on the next page. */
const TOGETHER = 64;
const ONE_LINE = 24;
const BLOCK_GAP = 4;
const SECTION_GAP = 7;

/** A page being drawn. */
interface Sheet {
  readonly document: PDFDocument;
  readonly fonts: Fonts;
  readonly root: StructureElement;
  readonly left: number;
  readonly width: number;
}

/** Letters that the fonts lack, and signs that would hide or turn others, are spelled by their number. */
function drawable(font: Font, text: string): string {
  const spelled = (letter: string): string => {
    const code = letter.codePointAt(0) ?? 0;
    const seen = !/\p{C}/u.test(letter) && font.hasGlyphForCodePoint(code);
    return letter === '\n' || seen ? letter : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  };
  return Array.from(text.replaceAll(/\r\n?/g, '\n'), spelled).join('');
}

interface Style {
  readonly font: 'body' | 'bold' | 'code';
  readonly size: number;
  readonly color: string;
}

const STYLES = {
  title: { font: 'bold', size: 19, color: INK },
  subtitle: { font: 'body', size: 10.5, color: SOFT },
  heading: { font: 'bold', size: 12, color: INK },
  body: { font: 'body', size: 9.5, color: INK },
  label: { font: 'body', size: 9.5, color: SOFT },
  code: { font: 'code', size: 8.5, color: INK },
  foot: { font: 'body', size: 8, color: SOFT },
} as const satisfies Readonly<Record<string, Style>>;

interface Written {
  readonly text: string;
  /** Of the structure. */
  readonly tag: string;
  readonly style: Style;
  readonly x?: number;
  readonly width?: number;
}

/** Writes a text as one element of the structure, over as many pages as it takes. */
function write({ document, fonts, left, width }: Sheet, parent: StructureElement, how: Written): void {
  const element = document.struct(how.tag);
  parent.add(element);
  element.add(() => {
    const { font, size, color } = how.style;
    document.font(font, size).fillColor(color);
    const options = { width: how.width ?? width, lineGap: LINE_GAP };
    document.text(drawable(fonts[font], how.text), how.x ?? left, document.y, options);
  });
  element.end();
}

/** Begins the next page where so little is left of this one. */
function keepTogether({ document }: Sheet, room: number): void {
  if (document.y + room > document.page.maxY()) document.addPage();
}

function group({ document }: Sheet, parent: StructureElement, tag: string): StructureElement {
  const element = document.struct(tag);
  parent.add(element);
  return element;
}

/** Label on the left, value beside it; to a screen reader a list of label and value. */
function drawFact(sheet: Sheet, list: StructureElement, [label, value]: readonly [string, string]): void {
  const { document, left, width } = sheet;
  keepTogether(sheet, ONE_LINE);
  const item = group(sheet, list, 'LI');
  const top = document.y;
  write(sheet, item, { text: label, tag: 'Lbl', style: STYLES.label, width: LABEL_WIDTH });
  const below = document.y;
  document.y = top;
  const beside = LABEL_WIDTH + GAP;
  write(sheet, item, { text: value, tag: 'LBody', style: STYLES.body, x: left + beside, width: width - beside });
  if (document.y > top) document.y = Math.max(document.y, below);
  item.end();
}

function drawBlock(sheet: Sheet, section: StructureElement, block: Block): void {
  if (block.kind === 'facts') {
    const list = group(sheet, section, 'L');
    for (const fact of block.facts) drawFact(sheet, list, fact);
    list.end();
  } else {
    const style = block.kind === 'code' ? STYLES.code : STYLES.body;
    write(sheet, section, { text: block.text, tag: block.kind === 'code' ? 'Code' : 'P', style });
  }
  sheet.document.y += BLOCK_GAP;
}

function drawSection(sheet: Sheet, { heading, blocks }: Section): void {
  sheet.document.y += SECTION_GAP;
  keepTogether(sheet, TOGETHER);
  const section = group(sheet, sheet.root, 'Sect');
  write(sheet, section, { text: heading, tag: 'H2', style: STYLES.heading });
  sheet.document.y += BLOCK_GAP;
  for (const block of blocks) drawBlock(sheet, section, block);
  section.end();
}

/** Number and pages, which a screen reader leaves out. */
function drawFeet({ document, left, width }: Sheet, number: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    const page = document.switchToPage(index);
    const y = page.height - FOOT;
    page.margins.bottom = 0;
    document.markContent('Artifact', { type: 'Pagination' });
    document.strokeColor(RULE).lineWidth(0.5);
    document
      .moveTo(left, y - 8)
      .lineTo(left + width, y - 8)
      .stroke();
    document.font(STYLES.foot.font, STYLES.foot.size).fillColor(STYLES.foot.color);
    document.text(number, left, y, { width, lineBreak: false });
    document.text(`Page ${String(index + 1)} of ${String(count)}`, left, y, {
      width,
      lineBreak: false,
      align: 'right',
    });
    document.endMarkedContent();
  }
}

function attach(document: PDFDocument, { attachments, issuedAt }: Paper): void {
  for (const { name, type, description, content } of attachments)
    document.file(content, {
      name,
      type,
      description,
      relationship: 'Data',
      creationDate: issuedAt,
      modifiedDate: issuedAt,
    });
}

function emptyDocument(paper: Paper, fonts: Fonts): PDFDocument {
  const document = new PDFDocument({
    subset: 'PDF/A-3a',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    size: 'LETTER',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    bufferPages: true,
    font: null,
    info: { Title: paper.number, Producer: 'Sallyport', Creator: 'Sallyport', CreationDate: paper.issuedAt },
  });
  return document.registerFont('body', fonts.body).registerFont('bold', fonts.bold).registerFont('code', fonts.code);
}

/** Draws a paper, tagged for screen readers (PDF/A-3, ISO 19005-3), its files inside; the caller ends it. */
export function drawPaper(paper: Paper, fonts: Fonts): PDFDocument {
  const document = emptyDocument(paper, fonts);
  const root = document.struct('Document');
  document.addStructure(root);
  const sheet = { document, fonts, root, left: MARGIN, width: document.page.width - 2 * MARGIN };
  write(sheet, root, { text: paper.title, tag: 'H1', style: STYLES.title });
  document.y += 2;
  write(sheet, root, { text: paper.subtitle, tag: 'P', style: STYLES.subtitle });
  for (const section of paper.sections) drawSection(sheet, section);
  drawFeet(sheet, paper.number);
  root.end();
  attach(document, paper);
  return document;
}
