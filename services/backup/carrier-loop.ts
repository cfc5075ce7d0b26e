import { systemCode } from '../keys/safe-files.ts';
import type { Ask, CarrierAct, CarrierAnswer, FromCarrier, ToCarrier } from './carrier-messages.ts';
import { CARRIER_WORK, type CarrierWatch } from './carrier-work.ts';

function workFor<A extends CarrierAct>(message: Ask<A>, watch: CarrierWatch): Promise<CarrierAnswer<A>> {
  return CARRIER_WORK[message.act](message.input, watch);
}

/** The carrier itself: answers what it is asked, one at a time. @param send says something to the station */
export function carrierLoop(send: (message: FromCarrier) => void): (message: ToCarrier) => void {
  let stopped = false;
  const watch: CarrierWatch = {
    progress: (bytes) => {
      send({ kind: 'moved', bytes });
    },
    cancelled: () => stopped,
  };
  return (message) => {
    if (message.kind === 'stop') {
      stopped = true;
      return;
    }
    workFor(message, watch).then(
      (value) => {
        send({ kind: 'answer', value });
      },
      (thrown: unknown) => {
        send({ kind: 'failed', name: thrown instanceof Error ? thrown.name : typeof thrown, code: systemCode(thrown) });
      },
    );
  };
}
