import type { IpcMainInvokeEvent, WebContents } from 'electron';

/** A call counts only from the main frame of our own window, on our own origin. */
export function fromOurPage(event: IpcMainInvokeEvent, page: WebContents | undefined, origin: string): boolean {
  const frame = event.senderFrame;
  return (
    page !== undefined &&
    event.sender.id === page.id &&
    frame !== null &&
    frame.parent === null &&
    frame.url.startsWith(`${origin}/`)
  );
}
