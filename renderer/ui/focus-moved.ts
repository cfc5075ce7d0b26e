/**
 * Remembers where the focus is, and answers later whether somebody moved it on. What comes back from the service late
 * must not take the keyboard from where a person works by then. A button that may not be pressed while it works loses
 * the focus to the page itself; nobody moved that.
 */
export function watchFocus(): () => boolean {
  const from = document.activeElement;
  return () => document.activeElement !== from && document.activeElement !== document.body;
}
