import { stamp } from './clock.ts';
import type { StationState } from './state.ts';

/** A note that could not be written is told without what it says. */
function tell({ options }: StationState, fault: unknown): void {
  const { clock, ids, report } = options;
  const kind = fault instanceof Error ? fault.name : typeof fault;
  report({ incident: ids.uuid().slice(0, 8), at: stamp(clock.now()), kind, where: ['whenFree'] });
}

/**
 * Writes a note about what somebody did. An import holds the writer until it ends: meanwhile nobody waits for a note,
 * it is written as soon as the writer is free, and before the station closes.
 */
export async function whenFree(state: StationState, write: () => Promise<void>): Promise<void> {
  if (state.imports.size === 0) return write();
  const note = write()
    .catch((fault: unknown) => tell(state, fault))
    .finally(() => state.later.delete(note));
  state.later.add(note);
}
