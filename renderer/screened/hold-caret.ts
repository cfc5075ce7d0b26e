/** A click on an answer must not take the caret out of the text. */
export function holdCaret(event: MouseEvent): void {
  event.preventDefault();
}
