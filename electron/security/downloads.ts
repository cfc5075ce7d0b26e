import type { Session } from 'electron';

/** Files leave only by the calls that write them: a sheet as PDF, an export. */
export function forbidDownloads(session: Session): void {
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
