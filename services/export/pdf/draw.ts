import { PDFDocument, type StructureElement } from 'pdfkit';
import type { Fonts } from './fonts.ts';
import { drawEdges } from './edges.ts';
import type { Block, Paper, Section } from './paper.ts';
import { drawable, STYLES, type Sheet, type Style } from './sheet.ts';

const MARGIN = 56;
const LABEL_WIDTH = 150;
const GAP = 12;
const LINE_GAP = 2;
/** Room that a heading and its first line need; else they begin on the next page. */
const TOGETHER = 64;
const ONE_LINE = 24;
const BLOCK_GAP = 4;
const SECTION_GAP = 7;

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
  drawEdges(sheet, paper);
  root.end();
  attach(document, paper);
  return document;
}
