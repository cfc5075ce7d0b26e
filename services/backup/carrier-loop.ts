import { systemCode } from '../keys/safe-files.ts';
import type { FromCarrier, ToCarrier } from './carrier-messages.ts';
import { CARRIER_WORK, type CarrierWatch } from './carrier-work.ts';

function workFor(message: Extract<ToCarrier, { readonly kind: 'ask' }>, watch: CarrierWatch): Promise<unknown> {
  switch (message.act) {
    case 'prepare':
      return CARRIER_WORK.prepare(message.input, watch);
    case 'bring':
      return CARRIER_WORK.bring(message.input, watch);
    case 'survey':
      return CARRIER_WORK.survey(message.input, watch);
    case 'settle':
      return CARRIER_WORK.settle(message.input, watch);
    case 'find':
      return CARRIER_WORK.find(message.input, watch);
    case 'read':
      return CARRIER_WORK.read(message.input, watch);
    case 'fetch':
      return CARRIER_WORK.fetch(message.input, watch);
  }
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
