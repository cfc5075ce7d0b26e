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
  clear(place: Place): void;
}

export interface ClipboardGuard {
  /** What lies there now came out of sealed content. */
  keep(place: Place): Promise<void>;
  /** Takes it away where it still lies there; what was copied since is somebody else's. */
  forget(): Promise<void>;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** @param seconds after which it goes by itself */
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
    keep: async (place) => {
      if (!boards.places.includes(place)) return;
      const text = await boards.readText(place);
      if (text === '') return;
      kept.set(place, digest(text));
      clearTimeout(timer);
      timer = setTimeout(() => void forget(), seconds * 1000);
    },
    forget,
  };
}
