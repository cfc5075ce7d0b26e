import type { Session } from 'electron';

/**
 * The spelling checker fetches dictionaries and keeps the words people add to them. Turned off alone it has asked for the
 * first one already; without a language it does not.
 */
export function turnOffSpelling(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}
