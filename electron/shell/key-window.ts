import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { KEY_HOST } from '../../contract/key-host.ts';
import type { Reply } from '../../contract/reply.ts';
import type { KeyAsk } from '../../contract/security-key.ts';
import { handleKeyPage, unanswered } from '../ipc/key-ask.ts';
import { serveKeyPage, type KeyPage } from '../security/key-page.ts';
import { pagePreferences } from '../security/page-preferences.ts';
import { paper } from '../window.ts';

/** Nobody waits longer for a touch; the page's own wait cannot be ended, but goes with its window. */
const LONGEST_MS = 60_000;

export interface KeyWindow {
  /** Has a key made or touched in a window above ours; answers what it said. One that is asked already is ended. */
  readonly ask: (asked: KeyAsk) => Promise<Reply<unknown>>;
  /** Ends the wait, where there is one. */
  readonly end: () => void;
}

interface KeySettings {
  readonly parent: BrowserWindow;
  /** The folder of the built program. */
  readonly built: string;
  readonly packaged: boolean;
}

function openAbove({ parent, built, packaged }: KeySettings, { session }: KeyPage): BrowserWindow {
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 460,
    height: 260,
    useContentSize: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    title: 'Security key',
    backgroundColor: paper(),
    webPreferences: pagePreferences({ preload: join(built, 'preload/key-preload.cjs'), session, packaged }),
  });
  window.setMenuBarVisibility(false);
  return window;
}

/** Escape, the button, the window's own cross, the lock and the minute all end it in one way: the window goes. */
function askOnce(window: BrowserWindow, page: KeyPage, asked: KeyAsk): Promise<Reply<unknown>> {
  const { webContents: contents } = window;
  return new Promise((resolve) => {
    const answered = (reply: Reply<unknown>): void => {
      clearTimeout(timer);
      resolve(reply);
      if (!window.isDestroyed()) window.destroy();
    };
    const timer = setTimeout(() => {
      answered(unanswered('late'));
    }, LONGEST_MS);
    window.once('closed', () => {
      answered(unanswered('ended'));
    });
    contents.once('render-process-gone', () => {
      answered(unanswered('silent'));
    });
    handleKeyPage(contents, { origin: page.origin, asked, answered });
    void window.loadURL(page.address);
  });
}

export function createKeyWindow(settings: KeySettings): KeyWindow {
  const { parent, built } = settings;
  let page: KeyPage | undefined;
  let open: BrowserWindow | undefined;
  const end = (): void => {
    if (open?.isDestroyed() === false) open.destroy();
    open = undefined;
  };
  // Whoever asked is gone.
  parent.webContents.on('render-process-gone', end);
  return {
    end,
    ask: async (asked) => {
      end();
      page ??= serveKeyPage(join(built, 'renderer'), KEY_HOST);
      open = openAbove(settings, page);
      const reply = await askOnce(open, page, asked);
      if (!parent.isDestroyed()) parent.focus();
      return reply;
    },
  };
}
