/** What a chief sets for the whole station. */
export const SETTINGS = ['second-factor', 'lock-after', 'hide-from-capture'] as const;
export type SettingName = (typeof SETTINGS)[number];

/** Longest time without a key or the mouse after which a window locks, in minutes (CJIS Security Policy AC-11). */
const LONGEST_IDLE = 30;
const SHORTEST_IDLE = 2;

export interface StationSettings {
  /** Whether everybody gives a code of a second factor at sign-in, or only who set one up (CJIS Security Policy IA-2). */
  readonly 'second-factor': 'own-choice' | 'everybody';
  /** Minutes without a key or the mouse. */
  readonly 'lock-after': number;
  /** Whether pictures and recordings of the screen leave the window out. */
  readonly 'hide-from-capture': boolean;
}

/** Of a station whose chief set nothing. */
export const DEFAULT_SETTINGS: StationSettings = {
  'second-factor': 'own-choice',
  'lock-after': LONGEST_IDLE,
  'hide-from-capture': false,
};

function readMinutes(value: string): Partial<StationSettings> | null {
  const minutes = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  return minutes >= SHORTEST_IDLE && minutes <= LONGEST_IDLE ? { 'lock-after': minutes } : null;
}

function readFactor(value: string): Partial<StationSettings> | null {
  return value === 'own-choice' || value === 'everybody' ? { 'second-factor': value } : null;
}

function readYesNo(value: string): Partial<StationSettings> | null {
  return value === 'yes' || value === 'no' ? { 'hide-from-capture': value === 'yes' } : null;
}

const READERS: ReadonlyMap<string, (value: string) => Partial<StationSettings> | null> = new Map([
  ['second-factor', readFactor],
  ['lock-after', readMinutes],
  ['hide-from-capture', readYesNo],
]);

/** A setting as it rests, a name and a text; null where it is none. */
export function readSetting(name: unknown, value: unknown): Partial<StationSettings> | null {
  if (typeof value !== 'string' || typeof name !== 'string') return null;
  return READERS.get(name)?.(value) ?? null;
}
