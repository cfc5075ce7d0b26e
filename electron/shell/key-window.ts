import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { KEY_HOST } from '../../contract/key-host.ts';
import type { Reply } from '../../contract/reply.ts';
import type { KeyAsk } from '../../contract/security-key.ts';
import { handleKeyPage, unanswered, type Unanswered } from '../ipc/key-ask.ts';
import { serveKeyPage, type KeyPage } from '../security/key-page.ts';
import { pagePreferences } from '../security/page-preferences.ts';
import { paper } from '../window.ts';

/** Nobody waits longer for a touch; the page's own wait cannot be ended, but goes with its window. */
const LONGEST_MS = 60_000;

export interface KeyWindow {
  /** Has a key made or touched in a window above ours; answers what it said. One that is waited for already gives way to it, and says so. */
  readonly ask: (asked: KeyAsk) => Promise<Reply<unknown>>;
  /** Ends the wait, where there is one: the window is locked, or who asked is gone. */
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

interface Wait {
  readonly reply: Promise<Reply<unknown>>;
  /** Ends it with this answer, and the window with it. */
  readonly answered: (reply: Reply<unknown>) => void;
}

/** Escape, the button, the window's own cross, the lock and the minute all end it in one way: the window goes. */
function askOnce(window: BrowserWindow, page: KeyPage, asked: KeyAsk): Wait {
  const { webContents: contents } = window;
  const { promise, resolve } = Promise.withResolvers<Reply<unknown>>();
  const answered = (reply: Reply<unknown>): void => {
    clearTimeout(timer);
    resolve(reply);
    if (!window.isDestroyed()) window.destroy();
  };
  const ended = (why: Unanswered) => (): void => {
    answered(unanswered(why));
  };
  const timer = setTimeout(ended('late'), LONGEST_MS);
  window.once('closed', ended('ended'));
  contents.once('render-process-gone', ended('silent'));
  // Also where the page does not come to hear its own keys.
  contents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && key === 'Escape') answered(unanswered('ended'));
  });
  handleKeyPage(contents, { origin: page.origin, asked, answered });
  window.loadURL(page.address).catch(ended('silent'));
  return { reply: promise, answered };
}

export function createKeyWindow(settings: KeySettings): KeyWindow {
  const { parent, built } = settings;
  let page: KeyPage | undefined;
  let open: Wait | undefined;
  const end = (why: Unanswered): void => {
    open?.answered(unanswered(why));
    open = undefined;
  };
  // Whoever asked is gone.
  parent.webContents.on('render-process-gone', () => {
    end('ended');
  });
  return {
    end: () => {
      end('locked');
    },
    ask: async (asked) => {
      end('again');
      page ??= serveKeyPage(join(built, 'renderer'), KEY_HOST);
      const wait = askOnce(openAbove(settings, page), page, asked);
      open = wait;
      const reply = await wait.reply;
      if (open === wait) open = undefined;
      // Not while another took its place: the keys belong to that one.
      if (open === undefined && !parent.isDestroyed()) parent.focus();
      return reply;
    },
  };
}
