import type { Page } from 'playwright-core';

/** Types with the keyboard alone and counts the keys that are not part of a value. */
export interface Typist {
  /** Keys beyond typed values, so far. */
  readonly extraKeys: number;
  /** A key that moves, chooses or saves. */
  press(key: string): Promise<void>;
  /** A value, letter by letter. */
  type(text: string): Promise<void>;
}

export function createTypist(page: Page): Typist {
  let extraKeys = 0;
  return {
    get extraKeys() {
      return extraKeys;
    },
    async press(key) {
      extraKeys += 1;
      await page.keyboard.press(key);
    },
    async type(text) {
      await page.keyboard.type(text);
    },
  };
}
