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
  /** This came out of sealed content and lies there, or will in a moment. */
  readonly keep: (place: Place, text: string) => void;
  /** Takes it away where it still lies there; what was copied since is somebody else's. */
  forget(): Promise<void>;
}

/** A page's own copy reaches the system some time after its event, and so may what was copied just before a lock. */
const LATE_MS = 400;

/** Systems differ in line ends, and in whether a selected line has one. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function digest(text: string): string {
  return createHash('sha256').update(plain(text)).digest('hex');
}

/** @param seconds after which it goes by itself */
export function createClipboardGuard(boards: Boards, seconds: number): ClipboardGuard {
  const kept = new Map<Place, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = 0;
  /** A place that cannot be read may hold it: an empty one harms nobody. */
  const holds = async (place: Place, was: string): Promise<boolean> =>
    boards.readText(place).then(
      (text) => digest(text) === was,
      () => true,
    );
  const take = async (all: readonly (readonly [Place, string])[]): Promise<void> => {
    for (const [place, was] of all) if (await holds(place, was)) boards.clear(place);
  };
  const forget = async (): Promise<void> => {
    clearTimeout(timer);
    const all = [...kept];
    const late = Date.now() - lastAt < LATE_MS;
    kept.clear();
    await take(all);
    if (!late || all.length === 0) return;
    await new Promise((passed) => setTimeout(passed, LATE_MS));
    await take(all);
  };
  return {
    keep: (place, text) => {
      if (plain(text) === '' || !boards.places.includes(place)) return;
      kept.set(place, digest(text));
      lastAt = Date.now();
      clearTimeout(timer);
      timer = setTimeout(() => void forget(), seconds * 1000);
    },
    forget,
  };
}
