import type { WebContents } from 'electron';

/** Two ends within this time are one trouble: opening the page a third time would not help. */
const SAME_TROUBLE = 60_000;

interface LostPage {
  readonly now: () => number;
  /** Ends the session that the page had. */
  readonly signOut: () => void;
  readonly open: () => void;
  readonly lost: (again: boolean) => void;
}

/** A page whose process ended is opened again, signed out, once; a second end soon after is only told. */
export function watchForLostPage(page: WebContents, work: LostPage): void {
  let before = Number.NEGATIVE_INFINITY;
  page.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    const again = work.now() - before > SAME_TROUBLE;
    before = work.now();
    work.signOut();
    if (again) work.open();
    work.lost(again);
  });
}
