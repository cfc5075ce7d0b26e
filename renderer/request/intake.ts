import type { CallInput } from '../../contract/calls.ts';
import { type Ask, readAsks } from '../../policy/matters/asks.ts';
import { recogniseForm } from '../../policy/matters/forms.ts';
import { readWho, readWhom } from './read-intake.ts';

export interface TypedIntake {
  readonly channel: string;
  readonly who: string;
  readonly asked: string;
  readonly whom: string;
  /** What it asks for, where the officer said so; else what the words say. */
  readonly asks: readonly Ask[] | null;
}

/** The request that five boxes make. Somebody in custody here is an arrestee in this record; nobody else gets a role. */
export function intakeOf(
  typed: TypedIntake,
  known: { readonly at: string; readonly bookingId: string | null },
): CallInput<'matter.open'> {
  const { agency, official } = readWho(typed.who);
  const form = recogniseForm(typed.asked);
  const asks = typed.asks ?? readAsks(typed.asked);
  return {
    kind: 'request',
    ...(known.bookingId === null ? {} : { bookingId: known.bookingId }),
    subject: { ...readWhom(typed.whom), ...(known.bookingId === null ? {} : { role: 'arrestee' }) },
    event: {
      kind: 'received',
      at: known.at,
      detail: {
        channel: typed.channel,
        agency,
        ...(official === '' ? {} : { official }),
        asked: typed.asked.trim(),
        ...(asks.length === 0 ? {} : { asks }),
        ...(form === null ? {} : { form }),
      },
    },
  };
}
