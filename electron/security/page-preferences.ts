import type { Session, WebPreferences } from 'electron';

interface PageSettings {
  readonly preload: string;
  readonly session: Session;
  readonly packaged: boolean;
}

/** What a page of ours runs with: sandboxed, apart from the preload, without Node, without developer tools once packaged. */
export function pageWalls(packaged: boolean): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    navigateOnDragDrop: false,
    safeDialogs: true,
    disableDialogs: true,
    spellcheck: false,
    enableWebSQL: false,
    devTools: !packaged,
  };
}

export function pagePreferences({ preload, session, packaged }: PageSettings): WebPreferences {
  return { preload, session, ...pageWalls(packaged) };
}
