import { hash } from 'node:crypto';
import type { PDFDocument } from 'pdfkit';

/** Room for the signature with two certificates on P-256, which take about half. */
const ROOM = 4_096;
/** What a signature has besides its certificates, and more. */
const BESIDES = 1_024;
const UNKNOWN = 9_999_999_999;
const RANGE = `/ByteRange [0 ${String(UNKNOWN)} ${String(UNKNOWN)} ${String(UNKNOWN)}]`;
const contents = (room: number): string => `/Contents <${'00'.repeat(room)}>`;
/** Printed and locked (ISO 32000-1 12.5.3). */
const WIDGET_FLAGS = 132;
/** Signatures exist, and the file may only be added to (12.7.2). */
const SIG_FLAGS = 3;

/** Bytes to keep free for a signature with these certificates; RSA ones of an authority need more than a station's own. */
export function roomFor(chain: readonly Uint8Array[]): number {
  return Math.max(
    ROOM,
    chain.reduce((sum, { length }) => sum + length, BESIDES),
  );
}

export interface Reserved {
  readonly signedAt: Date;
  /** Bytes. */
  readonly room: number;
}

/** Puts an empty signature field on the page that is open (ISO 32000-1 12.7.4.5); `fillSignature` fills it. */
export function reserveSignature(document: PDFDocument, { signedAt, room }: Reserved): void {
  const value = document.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    Contents: new Uint8Array(room),
    M: signedAt,
  });
  // PDF/A asks for a look of every field, also of one that takes no room.
  const look = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0], Resources: {} });
  look.end(' ');
  const widget = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('Signature1'),
    TU: new String('Signature of the station'),
    V: value,
    F: WIDGET_FLAGS,
    Rect: [0, 0, 0, 0],
    AP: { N: look },
    P: document.page.dictionary,
  });
  // pdfkit's own form asks viewers to draw the fields anew, which would break the signature: that is taken back.
  const form = document.initForm()._root.data.AcroForm?.data;
  if (form === undefined) throw new RangeError('form');
  Object.assign(form, { Fields: [widget], SigFlags: SIG_FLAGS, NeedAppearances: undefined, DA: undefined });
  document.page.annotations.push(widget);
  for (const reference of [value, widget]) reference.end();
}

function placeOf(file: Buffer, text: string): number {
  const at = file.indexOf(text, 0, 'latin1');
  if (at === -1 || file.includes(text, at + 1, 'latin1')) throw new RangeError('signature field');
  return at;
}

/**
 * Signs a whole file but the room for its signature. The bytes are filled in where they were kept free, so nothing moves.
 * @param sign CMS over this SHA-256
 */
export function fillSignature(file: Buffer, room: number, sign: (digest: Uint8Array) => Uint8Array): Buffer {
  const before = placeOf(file, contents(room)) + '/Contents '.length;
  const after = before + 2 * room + 2;
  const range = `/ByteRange [0 ${String(before)} ${String(after)} ${String(file.length - after)}]`;
  file.write(range.padEnd(RANGE.length), placeOf(file, RANGE), 'latin1');
  const covered = Buffer.concat([file.subarray(0, before), file.subarray(after)]);
  const cms = Buffer.from(sign(hash('sha256', covered, 'buffer')));
  if (cms.length > room) throw new RangeError('signature room');
  file.write(cms.toString('hex'), before + 1, 'latin1');
  return file;
}
