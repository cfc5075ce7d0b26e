import type { CallInput } from '../../contract/calls.ts';
import type { MatterEventDraft } from '../../policy/matters/matter.ts';

/** The event as the call takes it, apart from whatever the form still holds. */
export function sendable({ kind, at, detail }: MatterEventDraft): CallInput<'matter.addEvent'>['event'] {
  return { kind, at, detail: { ...detail } };
}
