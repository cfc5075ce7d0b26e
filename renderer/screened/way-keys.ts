/** Way 2 out of a refused text: the same object while its words change, or all that shows it would be made anew. */
export interface WayToGrounds {
  readonly go: () => void;
  /** What it does with the form on the way. */
  readonly says: string;
}

/** Alt and a figure take a way out of the refusal under the text `id` without leaving the text; answers whether it did. */
export function tookWay(event: KeyboardEvent, id: string): boolean {
  if (!event.altKey || !/^[1-4]$/.test(event.key)) return false;
  event.preventDefault();
  document.querySelector<HTMLElement>(`[data-ways="${id}"] [data-way="${event.key}"]`)?.click();
  return true;
}
