import type { CallInput } from '../../contract/calls.ts';
import type { MatterEventDraft } from '../../policy/matters/matter.ts';

/** The event as the call takes it: lists of its own. */
export function sendable(event: MatterEventDraft): CallInput<'matter.addEvent'>['event'] {
  const detail = Object.fromEntries(
    Object.entries(event.detail).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );
  return { kind: event.kind, at: event.at, detail };
}
