import { endWith, type Reach } from './sentence-ends.ts';

type Span = readonly [number, number];

/** The first place that is not empty, up to a limit. */
function pastSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charAt(at).trim() === '') at += 1;
  return at;
}

function startBefore(text: string, start: number, reach: Reach): number {
  for (let at = start - 1; at >= 0; at -= 1) {
    const end = endWith(text, at, reach);
    if (end !== null) return pastSpace(text, Math.min(end, start), start);
  }
  return pastSpace(text, 0, start);
}

function endBehind(text: string, end: number, reach: Reach): number {
  for (let at = end; at < text.length; at += 1) {
    const found = endWith(text, at, reach);
    if (found !== null) return found;
  }
  return text.length;
}

/** Bounds of the sentence around a range, within its line, without the space and the line break around it. */
export function sentenceAround(text: string, [start, end]: Span, reach: Reach = 'sentence'): Span {
  return [startBefore(text, start, reach), endBehind(text, end, reach)];
}
