import type { WebContents } from 'electron';

/** Time for the page to let go of what it showed. */
const LET_GO_MS = 250;

/**
 * Has the page's process collect what nobody refers to any more, soon: what was shown of sealed content would lie in its
 * memory until the engine happens to clean up. Through the engine's own protocol, which main alone can speak.
 */
export function collectPage(page: WebContents): void {
  setTimeout(() => {
    collect(page).catch(() => undefined);
  }, LET_GO_MS);
}

/** Refused where developer tools hold the page; those are off in a packaged app. */
async function collect(page: WebContents): Promise<void> {
  if (page.isDestroyed()) return;
  const engine = page.debugger;
  engine.attach();
  try {
    await engine.sendCommand('HeapProfiler.collectGarbage');
    await engine.sendCommand('Memory.simulatePressureNotification', { level: 'critical' });
  } finally {
    if (engine.isAttached()) engine.detach();
  }
}
