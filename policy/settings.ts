/** What a chief sets for the whole station. */
export const SETTINGS = ['second-factor'] as const;
export type SettingName = (typeof SETTINGS)[number];

export interface StationSettings {
  /** Whether everybody gives a code of a second factor at sign-in, or only who set one up (CJIS Security Policy IA-2). */
  readonly 'second-factor': 'own-choice' | 'everybody';
}

/** Of a station whose chief set nothing. */
export const DEFAULT_SETTINGS: StationSettings = { 'second-factor': 'own-choice' };

/** A setting as it rests, a name and a text; null where it is none. */
export function readSetting(name: unknown, value: unknown): Partial<StationSettings> | null {
  if (name !== 'second-factor') return null;
  return value === 'own-choice' || value === 'everybody' ? { 'second-factor': value } : null;
}
