import { shell } from '../api.ts';

/** What is selected in the window, and whether a part of it stands in this node or in a box of it. */
function chosenIn(node: HTMLElement): string {
  const selection = getSelection();
  if (selection === null) return '';
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const touches = node.contains(document.activeElement) || range?.intersectsNode(node) === true;
  return touches ? selection.toString() : '';
}

/**
 * Sealed content: what is copied, cut or selected of it, wherever the selection begins, is taken from the clipboard again
 * soon, and as the window locks. Main is told on the same way on which it is told of the lock, and before; the page
 * itself writes the clipboard, with the marks that keep it out of histories.
 */
export function sealed(node: HTMLElement): () => void {
  const tell = (place: 'clipboard' | 'selection') => (): void => {
    const text = chosenIn(node);
    if (text !== '') void shell().sealedCopied(place, text);
  };
  const [copied, selected] = [tell('clipboard'), tell('selection')];
  document.addEventListener('copy', copied, true);
  document.addEventListener('cut', copied, true);
  document.addEventListener('selectionchange', selected);
  return () => {
    document.removeEventListener('copy', copied, true);
    document.removeEventListener('cut', copied, true);
    document.removeEventListener('selectionchange', selected);
  };
}

/**
 * Takes a value that was shown apart, down to its texts, so that nothing which still refers to it refers to them: what
 * the framework remembers of earlier states among others. Answers what stands in its place.
 */
export function emptied(value: unknown): null {
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    emptied(Reflect.get(value, key));
    Reflect.deleteProperty(value, key);
  }
  return null;
}
