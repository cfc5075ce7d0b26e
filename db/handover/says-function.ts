import { saysName } from '../../policy/find/says-name.ts';

/** `app_says(text, name)`: 1 where the text says the name or number, as whole words; 0 also where either is null. */
export function saysFunction(...values: readonly unknown[]): number {
  const [text, name] = values;
  return Number(typeof text === 'string' && typeof name === 'string' && saysName(text, name));
}
