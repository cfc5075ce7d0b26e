import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { pagePreferences } from './security/page-preferences.ts';
import { ORIGIN } from './security/scheme.ts';
import { SMALLEST } from './shell/window-sizes.ts';

interface WindowSettings {
  readonly preload: string;
  readonly session: Session;
  readonly packaged: boolean;
}

/** The page's own paper, so that the window never flashes in another colour. */
const PAPER = { light: '#fbfaf7', dark: '#10151a' } as const;

export function paper(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

/** Opens the window at once, in the colour of its paper; the page follows. */
export function openWindow(settings: WindowSettings): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Sallyport',
    backgroundColor: paper(),
    webPreferences: pagePreferences(settings),
  });
  window.setMenuBarVisibility(false);
  showPage(window);
  return window;
}

/** Loads the one page that there is. */
export function showPage(window: BrowserWindow): void {
  void window.loadURL(`${ORIGIN}/index.html`);
}
