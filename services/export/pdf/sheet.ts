import type { PDFDocument, StructureElement } from 'pdfkit';
import type { Font } from 'fontkit';
import type { Fonts } from './fonts.ts';

export const INK = '#1b1e22';
const SOFT = '#555b63';

/** A page being drawn. */
export interface Sheet {
  readonly document: PDFDocument;
  readonly fonts: Fonts;
  readonly root: StructureElement;
  readonly left: number;
  readonly width: number;
}

/** Letters that the fonts lack, and signs that would hide or turn others, are spelled by their number. */
export function drawable(font: Font, text: string): string {
  const spelled = (letter: string): string => {
    const code = letter.codePointAt(0) ?? 0;
    const seen = !/\p{C}/u.test(letter) && font.hasGlyphForCodePoint(code);
    return letter === '\n' || seen ? letter : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  };
  return Array.from(text.replaceAll(/\r\n?/g, '\n'), spelled).join('');
}

export interface Style {
  readonly font: 'body' | 'bold' | 'code';
  readonly size: number;
  readonly color: string;
}

export const STYLES = {
  title: { font: 'bold', size: 19, color: INK },
  subtitle: { font: 'body', size: 10.5, color: SOFT },
  heading: { font: 'bold', size: 12, color: INK },
  body: { font: 'body', size: 9.5, color: INK },
  label: { font: 'body', size: 9.5, color: SOFT },
  code: { font: 'code', size: 8.5, color: INK },
  foot: { font: 'body', size: 8, color: SOFT },
  stamp: { font: 'bold', size: 8, color: INK },
} as const satisfies Readonly<Record<string, Style>>;
