import type { CarrierHeard, StartCarrier } from '../../services/backup/carrier-messages.ts';
import type { FromCarrierVia, ToCarrierVia } from './messages.ts';

/** Carriers as the station starts them: through main, which hands on what is said. */
export interface CarrierPort {
  readonly start: StartCarrier;
  hear(message: FromCarrierVia): void;
}

export function createCarrierPort(send: (message: ToCarrierVia) => void): CarrierPort {
  const running = new Map<number, CarrierHeard>();
  let last = 0;
  return {
    start: (heard) => {
      last += 1;
      const id = last;
      running.set(id, heard);
      send({ kind: 'carrier-start', id });
      return {
        send: (message) => {
          send({ kind: 'carrier-ask', id, message });
        },
        kill: () => {
          send({ kind: 'carrier-kill', id });
        },
      };
    },
    hear: (message) => {
      const heard = running.get(message.id);
      if (message.kind === 'carrier-said') {
        heard?.said(message.message);
        return;
      }
      running.delete(message.id);
      heard?.ended();
    },
  };
}
