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
