import type { WebContents } from 'electron';

/** A webview is a second browser inside the page; there is none. */
export function forbidWebview(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
