import type { WebContents } from 'electron';
import type { Leaving } from '../../contract/bridge.ts';
import type { StationProcess } from './station-process.ts';

/** How the program is left: once, with the window there until the station has closed. */
export interface Exit {
  /** Ends when the station is closed, and whoever is at the window has seen why there is no backup. */
  leave(milliseconds: number): Promise<void>;
  /** Leaves without the backup, or after it was said that there is none. */
  leaveNow(): void;
}

/** @param page the page that says how far the backup is; undefined where none can */
export function createExit(station: StationProcess, page: () => WebContents | undefined): Exit {
  let leaving: Promise<void> | null = null;
  let seen = (): void => undefined;
  const show = (what: Leaving): void => page()?.send('sallyport:leaving', what);

  async function close(milliseconds: number): Promise<void> {
    const failed = await station.close(milliseconds, (progress) => {
      show({ kind: 'making', progress });
    });
    if (failed === null || page() === undefined) return;
    show({ kind: 'failed', refusal: failed });
    await new Promise<void>((resolve) => (seen = resolve));
  }
  return {
    leave: (milliseconds) => (leaving ??= close(milliseconds)),
    leaveNow: () => {
      if (leaving === null) return;
      station.giveUpBackup();
      seen();
    },
  };
}
