import { concat } from './bytes.ts';

/** One element of DER (X.690), with its own bytes. */
export interface Element {
  readonly tag: number;
  readonly body: Uint8Array;
  /** Tag, length and body as they stand. */
  readonly raw: Uint8Array;
}

export const SEQUENCE = 0x30;
export const SET = 0x31;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTETS = 0x04;
export const IDENTIFIER = 0x06;
export const BOOLEAN = 0x01;

/** Thrown for bytes that are not DER; caught where a file is checked. */
export class NotDer extends Error {
  override readonly name = 'NotDer';
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new NotDer();
  return byte;
}

/** Length of an element and where its body begins: short form, or one or two bytes in their shortest spelling. */
function lengthAt(bytes: Uint8Array, at: number): readonly [length: number, start: number] {
  const first = byteAt(bytes, at);
  if (first < 0x80) return [first, at + 1];
  const count = first - 0x80;
  const length = count === 1 ? byteAt(bytes, at + 1) : byteAt(bytes, at + 1) * 256 + byteAt(bytes, at + 2);
  if (count < 1 || count > 2 || length < (count === 1 ? 0x80 : 0x100)) throw new NotDer();
  return [length, at + 1 + count];
}

/** The element that begins here; what comes after it is not looked at. Throws where there is none. */
function firstElement(bytes: Uint8Array): Element {
  const [length, start] = lengthAt(bytes, 1);
  if (start + length > bytes.length) throw new NotDer();
  const [body, raw] = [bytes.subarray(start, start + length), bytes.subarray(0, start + length)];
  return { tag: byteAt(bytes, 0), body, raw };
}

/** All elements one behind the other. Throws where the bytes are not DER. */
export function elementsOf(bytes: Uint8Array): readonly Element[] {
  const elements: Element[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const element = firstElement(rest);
    elements.push(element);
    rest = rest.subarray(element.raw.length);
  }
  return elements;
}

/** What is in the one element that these bytes are. Throws for another tag, or more than one. */
export function only(bytes: Uint8Array, tag: number): readonly Element[] {
  const [element, ...more] = elementsOf(bytes);
  if (element?.tag !== tag || more.length > 0) throw new NotDer();
  return elementsOf(element.body);
}

const SHORT = 0x80;

/** Writes one element, its length in the shortest spelling. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = concat(...parts);
  const { length } = body;
  if (length < SHORT) return concat(Uint8Array.of(tag, length), body);
  const spelled = length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return concat(Uint8Array.from(spelled), body);
}
