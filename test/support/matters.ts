import type { CallInput } from '../../contract/calls.ts';
import type { Reply } from '../../contract/reply.ts';
import type { TestStation } from './station.ts';

type Detail = CallInput<'matter.addEvent'>['event']['detail'];
type Asked = NonNullable<CallInput<'matter.addEvent'>['asked']>;

/** Codes, places and reasons of what was refused; empty where it was taken. */
export function refusedIn(reply: Reply<unknown>): readonly string[] {
  if (reply.ok) return [];
  return reply.refusals.map(({ code, field, params }) => {
    const why = code === 'wrong-value' ? params?.['why'] : undefined;
    return [code, field, why].filter((part) => part !== undefined).join(' ');
  });
}

/** Adds one event, as it happens now by this clock. */
export async function addTo(
  desk: TestStation,
  matterId: string,
  event: {
    readonly kind: string;
    readonly at: string;
    readonly detail?: Detail;
    readonly asked?: Asked;
    readonly client?: string;
  },
): Promise<readonly string[]> {
  const { kind, at, detail = {}, asked, client } = event;
  const more = asked === undefined ? {} : { asked };
  return refusedIn(await desk.call('matter.addEvent', { matterId, event: { kind, at, detail }, ...more }, client));
}
