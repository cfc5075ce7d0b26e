import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Desk, makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture, resize, THEMES } from '../support/look.ts';
import { lookAround } from '../support/look-around.ts';
import { deskHost } from './window-host.ts';

/** A desk whose screens are looked at: one window for all tests of a file, its chief signed in. */
export interface LookedAtDesk {
  readonly desk: Desk;
  /** Where pictures go. */
  readonly folder: string;
  /** There from the first hook of the file on. */
  readonly launched: LaunchedApp;
  /** Both themes and the dock: nothing for axe to say, nothing beyond the edge, a picture each. */
  look(name: string): Promise<void>;
  /** Both themes alone. */
  lookThemes(name: string): Promise<void>;
  /** By the two keys that lead to a room. */
  goTo(letter: string, title: string): Promise<void>;
}

/** Opens it before the tests of a `describe` and closes it after them. */
export function lookedAtDesk(name: string): LookedAtDesk {
  const desk = makeDesk(deskHost(), name);
  // docs/screens holds the pictures that were looked at; a run keeps its own unless it is told to renew them.
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let opened: LaunchedApp | undefined;
  beforeAll(async () => {
    opened = await openDesk(desk);
    await resize(opened, 1366, 768);
  });
  afterAll(async () => {
    await opened?.close();
    desk.close();
  });
  function launched(): LaunchedApp {
    if (opened === undefined) throw new Error(`the desk of ${name} is not open`);
    return opened;
  }
  return {
    desk,
    folder,
    get launched() {
      return launched();
    },
    async look(screen) {
      expect(await lookAround(launched(), folder, screen)).toEqual([]);
    },
    async lookThemes(screen) {
      for (const colorScheme of THEMES) {
        await launched().page.emulateMedia({ colorScheme });
        expect(await findViolations(launched()), `${screen}, ${colorScheme}`).toEqual([]);
        await picture(launched(), folder, `${screen}-${colorScheme}`);
      }
    },
    async goTo(letter, title) {
      await launched().page.keyboard.press('g');
      await launched().page.keyboard.press(letter);
      await launched().page.getByRole('heading', { level: 1, name: title }).waitFor();
    },
  };
}
