import type { CallInput } from '../../contract/calls.ts';
import { words } from '../words/words.ts';

/** What the person at an empty machine types. */
export interface Restoring {
  path: string;
  recoveryFolder: string;
  recoveryKey: string;
  name: string;
  passphrase: string;
  passphraseAgain: string;
  reason: string;
  newerIsLost: boolean;
  asItIs: boolean;
}

export function emptyRestoring(): Restoring {
  const typed = { path: '', recoveryFolder: '', recoveryKey: '', name: '', passphrase: '', passphraseAgain: '' };
  return { ...typed, reason: '', newerIsLost: false, asItIs: false };
}

const TEXTS = ['recoveryFolder', 'recoveryKey', 'name', 'passphrase', 'passphraseAgain', 'reason'] as const;

/** By question, what has to be put right before anything is asked. */
export function problemsOf(typed: Restoring): Readonly<Record<string, string>> {
  const missing = TEXTS.filter((name) => typed[name].trim() === '');
  const found = Object.fromEntries(missing.map((name) => [name, words.entrance.firstRun.missing]));
  if (typed.passphraseAgain === typed.passphrase) return found;
  return { passphraseAgain: words.entrance.firstRun.passphrasesDiffer, ...found };
}

/** @param path of the backup that was chosen */
export function restoreInput(typed: Restoring, path: string): CallInput<'restore.run'> {
  const { recoveryFolder, recoveryKey, name, passphrase, reason, newerIsLost, asItIs } = typed;
  return {
    ...{ path, recoveryFolder: recoveryFolder.trim(), recoveryKey: recoveryKey.trim(), name: name.trim() },
    ...{ passphrase, reason: reason.trim(), newerIsLost, asItIs },
  };
}
