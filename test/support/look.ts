// Looks at a screen in both themes: axe finds nothing, and a picture is kept.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { LaunchedApp } from './launch.ts';

export const THEMES = ['light', 'dark'] as const;

declare global {
  interface Window {
    /** Of the page as it stands; gone with a reload. */
    readonly axe?: typeof axe;
  }
}

/**
 * What axe found, each with the places; empty where it found nothing. Its source goes into a page once: to read it in takes
 * longer than to ask it. What passes is not asked for place by place.
 */
export async function findViolations({ page }: LaunchedApp): Promise<readonly string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(`${axe.source};0`);
  return page.evaluate(async () => {
    // A colour that is still on its way from one theme to the other is nobody's to judge.
    const moving = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    const found = await window.axe?.run(document, { resultTypes: ['violations'] });
    if (found === undefined) return ['axe is not there'];
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

/** Sets the inner size of the window. */
export async function resize({ app }: LaunchedApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(320, 320);
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
}

/** 2 stands for 200 %. */
export async function zoom({ app }: LaunchedApp, factor: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
    factor,
  );
}

/** A picture of the screen as it is, under `folder`; where nobody asked for pictures, none is taken. */
export async function picture({ page }: LaunchedApp, folder: string, name: string): Promise<void> {
  if (process.env['SALLYPORT_SCREENS'] === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** How far the page is wider than its window: what a zoomed reader would have to scroll for sideways. */
export async function overhang({ page }: LaunchedApp): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const inner = main === null ? 0 : main.scrollWidth - main.clientWidth;
    return Math.max(inner, document.documentElement.scrollWidth - window.innerWidth);
  });
}
