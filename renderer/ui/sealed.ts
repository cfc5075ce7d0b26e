import { shell } from '../api.ts';

/** Sealed content: what is copied or selected in it is taken from the clipboard again soon, and as the window locks. */
export function sealed(node: HTMLElement): () => void {
  const chosen = (): string => getSelection()?.toString() ?? '';
  const copied = (event: ClipboardEvent): void => {
    event.preventDefault();
    void shell().copySealed('clipboard', chosen());
  };
  const selected = (): void => void shell().copySealed('selection', chosen());
  node.addEventListener('copy', copied);
  node.addEventListener('mouseup', selected);
  return () => {
    node.removeEventListener('copy', copied);
    node.removeEventListener('mouseup', selected);
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
