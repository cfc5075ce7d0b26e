/** Minutes after which an unused window locks; never more than CJIS Security Policy AC-11 lets it stay open. */
export const LOCK_MINUTES = ['5', '10', '15', '20', '30'] as const;
export type LockMinutes = (typeof LOCK_MINUTES)[number];

export interface StationSettings {
  /** Whether everybody gives a code of a second factor at sign-in, or only who set one up (CJIS Security Policy IA-2). */
  readonly 'second-factor': 'own-choice' | 'everybody';
  readonly 'lock-after': LockMinutes;
  /** Whether pictures, recordings and shared screens show the window empty, where the system can do that. */
  readonly 'hide-from-capture': 'no' | 'yes';
}
export type SettingName = keyof StationSettings;

/** What each setting may be. */
const VALUES = {
  'second-factor': ['own-choice', 'everybody'],
  'lock-after': LOCK_MINUTES,
  'hide-from-capture': ['no', 'yes'],
} as const satisfies { readonly [N in SettingName]: readonly StationSettings[N][] };

/** What a chief sets for the whole station. */
export const SETTINGS = ['second-factor', 'lock-after', 'hide-from-capture'] as const satisfies readonly SettingName[];

/** Of a station whose chief set nothing. */
export const DEFAULT_SETTINGS: StationSettings = {
  'second-factor': 'own-choice',
  'lock-after': '30',
  'hide-from-capture': 'no',
};

/** A setting as it rests, a name and a text; null where it is none. */
export function readSetting(name: unknown, value: unknown): Partial<StationSettings> | null {
  const known = SETTINGS.find((one) => one === name);
  if (known === undefined) return null;
  const found = VALUES[known].find((one) => one === value);
  return found === undefined ? null : { [known]: found };
}
