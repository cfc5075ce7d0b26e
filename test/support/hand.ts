import type { Page } from 'playwright-core';

/** What a hand does with the keyboard alone, in the main column where it is not said otherwise. */
export interface Hand {
  /** To a room by its letter. */
  goTo(letter: string, title: string | RegExp): Promise<void>;
  /** Presses the first button of this name. */
  press(name: string | RegExp): Promise<void>;
  /** Chooses one of a group of buttons, by the name of its box. */
  choose(box: string, option: string): Promise<void>;
  /** Types over what stands in a box. */
  type(box: string, text: string): Promise<void>;
  /** Waits for the page of this title. */
  arrive(title: string | RegExp): Promise<void>;
}

export function createHand(page: Page): Hand {
  const arrive = (title: string | RegExp): Promise<void> =>
    page.getByRole('heading', { level: 1, name: title }).waitFor();
  return {
    arrive,
    async goTo(letter, title) {
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
      await arrive(title);
    },
    async press(name) {
      await page.getByRole('button', { name }).first().press('Enter');
    },
    async choose(box, option) {
      await page.getByRole('group', { name: box }).getByLabel(option, { exact: true }).press('Space');
    },
    async type(box, text) {
      await page.getByLabel(box, { exact: true }).press('Control+a');
      await page.keyboard.type(text);
    },
  };
}
