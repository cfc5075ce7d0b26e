import { readSettings } from '../../db/account/reader.ts';
import type { StationSettings } from '../../policy/settings.ts';
import type { StationState } from '../state.ts';

/** Tells the shell what the chief set for the window itself, which lies outside the page. */
export function tellWindowRules({ options }: StationState, settings: StationSettings): void {
  const rules = {
    lockMinutes: Number(settings['lock-after']),
    hiddenFromCapture: settings['hide-from-capture'] === 'yes',
  };
  options.emit({ kind: 'window-rules', rules });
}

/** The same as they rest. Where the log is refused none is read: a damaged table keeps nobody out who could decide. */
export async function tellKeptRules(state: StationState): Promise<void> {
  const { open } = state;
  if (open === null || open.logTrouble !== null) return;
  tellWindowRules(state, await readSettings(open.store.read));
}
