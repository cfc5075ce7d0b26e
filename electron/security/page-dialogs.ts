import type { WebContents } from 'electron';

/** A page that asks "leave?" could hold the window open with records on it; it does not get to ask. */
export function forbidUnloadQuestions(contents: WebContents): void {
  contents.on('will-prevent-unload', (event) => {
    event.preventDefault();
  });
}
