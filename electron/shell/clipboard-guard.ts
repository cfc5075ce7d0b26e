import { createHash } from 'node:crypto';

/** What was copied out of sealed content stays for a paste, and no longer. */
export const SEALED_SECONDS = 60;

/** The copied text, or the selected one. */
export const PLACES = ['clipboard', 'selection'] as const;
export type Place = (typeof PLACES)[number];

export interface Boards {
  /** Those that this system has. */
  readonly places: readonly Place[];
  readText(place: Place): Promise<string>;
  writeText(place: Place, text: string): void;
  clear(place: Place): void;
}

export interface ClipboardGuard {
  /** Puts what was copied out of sealed content there. */
  readonly copy: (place: Place, text: string) => void;
  /** Takes it away where it still lies there; what was copied since is somebody else's. */
  forget(): Promise<void>;
}

/** Systems differ in line ends, and in whether a selected line has one. */
function digest(text: string): string {
  return createHash('sha256').update(text.replaceAll(/\s+/g, ' ').trim()).digest('hex');
}

/**
 * The guard writes the text itself: a page's own copy reaches the system some time after its event, and whoever locks
 * meanwhile would have found nothing there to take away.
 * @param seconds after which it goes by itself
 */
export function createClipboardGuard(boards: Boards, seconds: number): ClipboardGuard {
  const kept = new Map<Place, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = async (): Promise<void> => {
    clearTimeout(timer);
    const taken = [...kept];
    kept.clear();
    for (const [place, was] of taken) if (digest(await boards.readText(place)) === was) boards.clear(place);
  };
  return {
    copy: (place, text) => {
      if (text === '' || !boards.places.includes(place)) return;
      boards.writeText(place, text);
      kept.set(place, digest(text));
      clearTimeout(timer);
      timer = setTimeout(() => void forget(), seconds * 1000);
    },
    forget,
  };
}
