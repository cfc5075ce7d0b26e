import type { Session } from 'electron';

/** The spelling checker fetches dictionaries and keeps the words people add to them. */
export function turnOffSpelling(session: Session): void {
  session.setSpellCheckerEnabled(false);
}
