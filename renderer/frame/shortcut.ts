/** What a key asks of the frame. Keys of a room itself are the room's own. */
export type Shortcut =
  | { readonly kind: 'none' }
  | { readonly kind: 'new-booking' }
  | { readonly kind: 'find' }
  | { readonly kind: 'key-map' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'leader' }
  | { readonly kind: 'life-first' }
  | { readonly kind: 'room'; readonly letter: string };

export interface Pressed {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  /** The focus is in a text field: single letters are text there. */
  readonly inText: boolean;
  /** G was pressed just before. */
  readonly afterLeader: boolean;
}

const LETTERS: Readonly<Record<string, Shortcut>> = {
  n: { kind: 'new-booking' },
  '/': { kind: 'find' },
  '?': { kind: 'key-map' },
  g: { kind: 'leader' },
};

export function readShortcut(pressed: Pressed): Shortcut {
  const key = pressed.key.toLowerCase();
  if (pressed.ctrl) return key === 'l' ? { kind: 'lock' } : { kind: 'none' };
  if (pressed.alt) return { kind: 'none' };
  // Life comes before text: this one works inside a field as well.
  if (key === 'f2') return { kind: 'life-first' };
  return readLetter(key, pressed);
}

function readLetter(key: string, pressed: Pressed): Shortcut {
  if (pressed.inText || key.length !== 1) return { kind: 'none' };
  if (pressed.afterLeader) return { kind: 'room', letter: key };
  return LETTERS[key] ?? { kind: 'none' };
}

const TEXT_INPUTS = ['checkbox', 'radio', 'button', 'submit', 'file'];

/** Whether letters typed at this element are text. */
export function takesText(element: EventTarget | null): boolean {
  if (element instanceof HTMLInputElement) return !TEXT_INPUTS.includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
