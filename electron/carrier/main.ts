// The carrier: a process that alone works in a folder of backups, and can be left behind where its share dies. It holds
// no key and opens no record. Electron starts it as a utility process, the command line and tests as one of Node.
import { carrierLoop } from '../../services/backup/carrier-loop.ts';
import type { FromCarrier, ToCarrier } from '../../services/backup/carrier-messages.ts';

interface Port {
  postMessage(message: FromCarrier): void;
  on(event: 'message', heard: (event: { data: ToCarrier }) => void): unknown;
}

/** Electron's port, where there is one. */
const portOf = (host: { readonly parentPort?: Port }): Port | undefined => host.parentPort;
const port = portOf(process);

function send(message: FromCarrier): void {
  if (port === undefined) process.send?.(message);
  else port.postMessage(message);
}

const hear = carrierLoop(send);
if (port === undefined) {
  process.on('message', (message: ToCarrier) => {
    hear(message);
  });
  // Nobody is left who asked.
  process.on('disconnect', () => process.exit());
} else {
  port.on('message', ({ data }) => {
    hear(data);
  });
}
send({ kind: 'ready' });
