// A web server that stands for everything outside: it counts whoever reaches it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OutsideWorld {
  /** Its address, without a path. */
  readonly origin: string;
  /** What was asked of it so far, and connections that asked nothing. */
  reached(): readonly string[];
  close(): Promise<void>;
}

const PAGE = '<!doctype html><title>outside</title><body>outside</body>';

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

/** Answers `/redirect` with a redirect to `/`, everything else with a page that any origin may read. */
export async function openOutsideWorld(): Promise<OutsideWorld> {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    reached.push(request.url ?? '');
    const away = request.url === '/redirect' ? { location: '/' } : {};
    response.writeHead('location' in away ? 302 : 200, {
      'content-type': 'text/html',
      'access-control-allow-origin': '*',
      ...away,
    });
    response.end(PAGE);
  });
  server.on('connection', () => reached.push('connection'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isAddress(address)) throw new Error('the outside world has no address');
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    reached: () => reached,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
