// A PDF put together in another way, in the folder of its record.
import { twinOfPdf } from './complement.ts';
import type { Draw } from './draw.ts';
import type { FreePlace } from './free-places.ts';
import type { Base, Mutation } from './mutation.ts';
import { isPdf } from './one-byte.ts';

export function changePdf(base: Base, draw: Draw): Mutation {
  const [name = '', pdf = Buffer.alloc(0)] = [...base.record].find(([one]) => isPdf(one)) ?? [];
  const [, laterPdf = pdf] = [...base.later].find(([one]) => isPdf(one)) ?? [];
  const contents = pdf.indexOf('/Contents <') + 11;
  const capitals = Buffer.from(pdf);
  const letter = capitals.findIndex((byte, at) => at >= contents && byte >= 0x61 && byte <= 0x66);
  capitals[letter] = (capitals[letter] ?? 0) - 0x20;
  const room = Buffer.from(pdf);
  room.write('01', pdf.indexOf('>', contents) - 2, 'latin1');
  const kinds: readonly (readonly [what: string, after: Buffer, free?: FreePlace])[] = [
    ['something behind its end', Buffer.concat([pdf, Buffer.from('\n%%EOF\n')])],
    ['itself behind its end', Buffer.concat([pdf, pdf])],
    ['cut short', pdf.subarray(0, pdf.length - 1 - draw.below(2_000))],
    ['the PDF of another copy', laterPdf],
    ['capitals in the signature', capitals],
    ['something in the room behind the signature', room],
    ['the twin of its signature', twinOfPdf(pdf), 'twin of a signature'],
  ];
  const [what, after, free] = draw.of(kinds);
  const files = new Map(base.record).set(name, after);
  return { name: `${name}: ${what}`, bundle: { kind: 'folder', files }, ...(free === undefined ? {} : { free }) };
}
