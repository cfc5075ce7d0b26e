import { readSaid, saysName, type Said } from '../../policy/find/says-name.ts';

/**
 * `app_says(text, name)`: 1 where the text says the name or number, as whole words; 0 also where either is null. One text
 * is asked for many names one after the other: it is read once.
 */
export function makeSaysFunction(): (...values: readonly unknown[]) => number {
  let last: Said | undefined;
  return (text, name) => {
    if (typeof text !== 'string' || typeof name !== 'string') return 0;
    if (last?.text !== text) last = readSaid(text);
    return Number(saysName(last, name));
  };
}
