// The test that watches the demo for connections has to see one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { watchSockets } from '../support/sockets.ts';

const CALLS = `require('node:child_process').spawn(process.execPath, ['-e', \`
  const socket = require('node:net').connect(Number(process.argv[1]), '127.0.0.1');
  socket.on('close', () => process.exit());
\`, process.argv[1]], { stdio: 'ignore' }).on('exit', () => process.exit());`;

if (process.platform !== 'linux') console.log('Sockets are read from /proc, which is of Linux: not tried here.');

describe.skipIf(process.platform !== 'linux')('a watch over a tree of processes', () => {
  it('sees a connection that the child of a child makes, and none of others', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const child = spawn(process.execPath, ['-e', CALLS, String(port)], { stdio: 'ignore' });
    const watch = watchSockets(child.pid ?? 0);
    const ended = once(child, 'exit');
    const connection = await new Promise<Socket>((resolve) => server.once('connection', resolve));
    setTimeout(() => connection.destroy(), 200);
    await ended;
    server.close();
    expect(watch.end()).toMatchObject({ seen: 1, outgoing: [{ protocol: 'tcp' }] });
  });
});
