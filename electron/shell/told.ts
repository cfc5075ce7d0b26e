import { dialog, type BrowserWindow } from 'electron';

/** What is said when a part of the program ended by itself: what happened, what is safe, what next. */
export const TOLD = {
  stationAgain: {
    message: 'The part of Sallyport that keeps the records stopped and has been started again.',
    detail: 'Everything you saved is there. Sign in again; an unfinished form opens with what was kept of it.',
  },
  stationGone: {
    message: 'The part of Sallyport that keeps the records stopped twice.',
    detail:
      'Everything you saved is there. Close Sallyport and open it again; if this comes back, call your administrator.',
  },
  pageAgain: {
    message: 'This window stopped and has been opened again.',
    detail: 'Everything you saved is there. Sign in again; an unfinished form opens with what was kept of it.',
  },
  pageGone: {
    message: 'This window stopped twice.',
    detail:
      'Everything you saved is there. Close Sallyport and open it again; if this comes back, call your administrator.',
  },
} as const;

/** Tells it in the window's own box and goes on without waiting for the answer. */
export function tell(window: BrowserWindow, what: keyof typeof TOLD): void {
  const { message, detail } = TOLD[what];
  void dialog.showMessageBox(window, { type: 'warning', title: 'Sallyport', message, detail, buttons: ['OK'] });
}
