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
  /** Whoever locks right after a copy has it taken as well: it may be read only now. */
  let reading: Promise<void> = Promise.resolve();
  const forget = async (): Promise<void> => {
    await reading;
    clearTimeout(timer);
    const taken = [...kept];
    kept.clear();
    for (const [place, was] of taken) if (digest(await boards.readText(place)) === was) boards.clear(place);
  };
  const read = async (place: Place): Promise<void> => {
    const text = await boards.readText(place);
    if (text === '') return;
    kept.set(place, digest(text));
    clearTimeout(timer);
    timer = setTimeout(() => void forget(), seconds * 1000);
  };
  return {
    keep: async (place) => {
      if (!boards.places.includes(place)) return;
      const before = reading;
      const own = read(place);
      reading = Promise.allSettled([before, own]).then(() => undefined);
      await own;
    },
    forget,
  };
}
