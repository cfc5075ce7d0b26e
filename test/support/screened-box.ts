// One box of a booking's form, as somebody types into it with the keyboard.
import type { Page } from 'playwright-core';

/** What stands in the focused box: text, caret, and the marked words in their order. */
export interface BoxState {
  readonly text: string;
  readonly caret: number;
  readonly invalid: boolean;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

function marksOf(pieces: readonly { readonly marked: boolean; readonly length: number }[]): BoxState['marks'] {
  let at = 0;
  return pieces.flatMap(({ marked, length }) => {
    const range = [at, at + length] as const;
    at += length;
    return marked ? [range] : [];
  });
}

/** Goes on with Tab until a box of this label has the focus. */
export async function tabTo(page: Page, label: string): Promise<void> {
  for (let at = 0; at < 120; at += 1) {
    const here = await page.evaluate(() => {
      const box = document.activeElement;
      const labels = box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement ? box.labels : null;
      return labels?.[0]?.textContent.trim() ?? '';
    });
    if (here === label) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no box is called ${label}`);
}

/** Reads the focused box. The marks stand behind it, letter by letter below its text. */
export async function boxState(page: Page): Promise<BoxState> {
  const box = page.locator('input:focus, textarea:focus');
  const { text, caret } = await box.evaluate((element) => {
    const isBox = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    return { text: isBox ? element.value : '', caret: isBox ? (element.selectionStart ?? -1) : -1 };
  });
  const invalid = (await box.getAttribute('aria-invalid')) === 'true';
  const pieces = await box.locator('xpath=..').evaluate((element) => {
    const behind = element.querySelector('[aria-hidden=true]');
    return [...(behind?.childNodes ?? [])].map((node) => ({
      marked: node.nodeName === 'MARK',
      length: node.textContent?.length ?? 0,
    }));
  });
  return { text, caret, invalid, marks: marksOf(pieces) };
}
