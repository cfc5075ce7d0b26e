// Whatever a station needs of a stick or share as it comes back is read by a carrier: it can be left behind where that dies.
import type { Reply } from '../../contract/reply.ts';
import { StoreFault } from '../../db/fault.ts';
import { refuse, refused } from '../reply.ts';
import { RolledBack } from '../rolled-back.ts';
import { CarrierStopped, FolderSilent, openCarrier, type Carrier, type CarrierWatching } from './carrier.ts';
import type { CarrierAnswer, CarrierInput, StartCarrier } from './carrier-messages.ts';
import { leavingPatienceOf, patienceOf, type Patience } from './in-time.ts';
import { copyRefusal } from './refusals.ts';

/** Places as a carrier reads them. Each throws what `withPlaces` tells. */
export interface Places {
  find(path: string): Promise<CarrierAnswer<'find'>>;
  /** @param field which question it is that names the place */
  read(file: string, field: string): Promise<CarrierAnswer<'read'>>;
  fetch(input: CarrierInput<'fetch'>): Promise<CarrierAnswer<'fetch'>>;
}

export interface PlaceOptions extends Patience {
  readonly startCarrier: StartCarrier;
}

type Silence = 'place-silent' | 'place-lost';

/** Whoever waits is told which place it was. */
async function orSilent<T>(asked: Promise<T>, field: string, why: Silence): Promise<T> {
  try {
    return await asked;
  } catch (thrown) {
    throw thrown instanceof FolderSilent ? new RolledBack({ code: 'wrong-value', field, params: { why } }) : thrown;
  }
}

function placesOf(carrier: Carrier, options: PlaceOptions): Places {
  const [looking, copying] = [patienceOf(options), leavingPatienceOf(options)];
  return {
    find: (path) =>
      orSilent(carrier.ask<'find'>({ kind: 'ask', act: 'find', input: { path } }, looking), 'path', 'place-silent'),
    read: (file, field) =>
      orSilent(carrier.ask<'read'>({ kind: 'ask', act: 'read', input: { file } }, looking), field, 'place-silent'),
    fetch: (input) =>
      orSilent(carrier.ask<'fetch'>({ kind: 'ask', act: 'fetch', input }, copying), 'path', 'place-lost'),
  };
}

function told(thrown: unknown): Reply<never> {
  if (thrown instanceof CarrierStopped) return refuse('cancelled');
  if (thrown instanceof RolledBack) return refused(...thrown.refusals);
  if (thrown instanceof StoreFault && thrown.code === 'wrong-key') {
    const what = 'The recovery files do not open it: they are of another station, or of an older key.';
    const next = 'Take the recovery files that were made with this station.';
    const params = { file: 'records.db', cannot: 'opened', what, next };
    return refused({ code: 'unreadable-file', field: 'path', params });
  }
  const refusal = copyRefusal(thrown, 'path');
  if (refusal === undefined) throw thrown;
  return refused(refusal);
}

/** Does some work that reads places, and says in words why it could not be done. What hangs there is left behind. */
export async function withPlaces<T>(
  options: PlaceOptions,
  watch: CarrierWatching,
  work: (places: Places) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const carrier = openCarrier(options.startCarrier, watch);
  try {
    return await work(placesOf(carrier, options));
  } catch (thrown) {
    return told(thrown);
  } finally {
    carrier.end();
  }
}
