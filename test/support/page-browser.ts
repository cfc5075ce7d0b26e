// Browsers of this machine that open a page from the disk, as whoever receives a USB stick would.
import { chromium } from 'playwright-core';
import { openInFirefox } from './firefox.ts';
import type { OpenedPage } from './opened-page.ts';
import { has } from './outside-program.ts';

/** One row of the verdict, as it stands on the page. */
export interface Row {
  readonly subject: string;
  readonly ok: boolean;
  readonly detail: string;
}

async function openInChromium(url: string): Promise<OpenedPage> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  return {
    requests,
    pick: (box, paths) => page.setInputFiles(`#${box}`, [...paths]),
    ask: (expression) => page.evaluate(expression),
    picture: async (path) => {
      await page.screenshot({ path, fullPage: true });
    },
    close: () => browser.close(),
  };
}

interface Browser {
  readonly name: string;
  readonly there: boolean;
  readonly open: (url: string) => Promise<OpenedPage>;
}

/** Debian: `apt-get install chromium firefox-esr`. */
export const BROWSERS: readonly Browser[] = [
  { name: 'Chromium', there: has('chromium'), open: openInChromium },
  { name: 'Firefox', there: has('firefox-esr'), open: openInFirefox },
];
