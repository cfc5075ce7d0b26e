import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AUTO_PROFILE, readProfile, type ProfileRead } from './profile.ts';

/** The profile of a file, or the one that recognises headings where none is named. */
export async function loadProfile(nameOrFile: string | undefined): Promise<ProfileRead> {
  if (nameOrFile === undefined || nameOrFile === AUTO_PROFILE.name) return { ok: true, profile: AUTO_PROFILE };
  const text = await readFile(nameOrFile, 'utf8').catch(() => null);
  if (text !== null) return readProfile(text, basename(nameOrFile));
  const what = 'There is no profile of this name and no such file.';
  const next = 'Give the path of a profile, or name none: headings are then recognised.';
  return { ok: false, refusals: [{ code: 'wrong-profile', params: { file: basename(nameOrFile), what, next } }] };
}
