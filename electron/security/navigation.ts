import type { WebContents } from 'electron';

/**
 * A page never goes anywhere: the window loads it once and keeps it. Links, redirects, frames and dropped files
 * would show foreign content inside the frame that people trust.
 */
export function forbidNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault();
  });
}
