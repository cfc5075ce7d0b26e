import type { Mark } from './column.ts';

export interface DisclosureTable {
  seq: number;
  name: string;
  /** base64url of the JSON `[salt, name, value]`. */
  text: string;
  mark: Mark;
}
