/** What of pdfkit 0.20.2 is used here; the package brings no types. Members with an underscore are its own affair: the version is pinned, and a test holds the result against pdfsig and qpdf. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';
  import type { Font } from 'fontkit';

  export interface Reference {
    readonly data: Record<string, unknown>;
    write(chunk: Uint8Array | string): void;
    end(chunk?: Uint8Array | string): void;
  }

  export interface StructureOptions {
    readonly title?: string;
    readonly lang?: string;
  }

  export interface StructureElement {
    add(child: StructureElement | (() => void)): this;
    end(): void;
  }

  export interface TextOptions {
    readonly width?: number;
    readonly lineGap?: number;
    readonly lineBreak?: boolean;
    readonly align?: 'left' | 'right';
  }

  export interface AttachmentOptions {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly relationship: 'Data' | 'Source' | 'Supplement';
    readonly creationDate: Date;
    readonly modifiedDate: Date;
  }

  export interface Page {
    readonly width: number;
    readonly height: number;
    readonly margins: { top: number; bottom: number; left: number; right: number };
    readonly dictionary: Reference;
    readonly annotations: Reference[];
    maxY(): number;
  }

  export interface DocumentOptions {
    readonly subset: 'PDF/A-3a' | 'PDF/A-3b';
    readonly pdfVersion: '1.7';
    readonly tagged: boolean;
    readonly lang: string;
    readonly displayTitle: boolean;
    readonly size: 'LETTER';
    readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
    readonly bufferPages: boolean;
    /** Null: no font is loaded until one is asked for. */
    readonly font: null;
    readonly info: Readonly<Record<string, string | Date>>;
  }

  export class PDFDocument extends Readable {
    constructor(options: DocumentOptions);
    readonly page: Page;
    readonly _root: { readonly data: { readonly AcroForm?: Reference } };
    x: number;
    y: number;
    registerFont(name: string, src: Font): this;
    font(name: string, size: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(width: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    addPage(): this;
    switchToPage(index: number): Page;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    struct(type: string, options?: StructureOptions): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    file(src: Uint8Array, options: AttachmentOptions): Reference;
    ref(data: Readonly<Record<string, unknown>>): Reference;
    initForm(): this;
    end(): void;
  }
}

declare module 'fontkit' {
  /** A font that was read; one serves many documents. */
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
}
