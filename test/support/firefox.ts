// Firefox as Debian ships it, driven by WebDriver BiDi: the few commands that a page from the disk needs.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { OpenedPage } from './opened-page.ts';

const answer = z.looseObject({ id: z.number(), type: z.string(), result: z.unknown(), message: z.string().optional() });
const tree = z.looseObject({ contexts: z.array(z.looseObject({ context: z.string() })).min(1) });
const evaluated = z.looseObject({ result: z.looseObject({ value: z.unknown(), sharedId: z.string().optional() }) });
const shot = z.looseObject({ data: z.string() });

/** Sends a command and waits for its answer; throws with the browser's words where it refuses. */
type Send = (method: string, params: object) => Promise<unknown>;

function sender(socket: WebSocket): Send {
  const waiting = new Map<number, (message: z.output<typeof answer>) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const read = answer.safeParse(JSON.parse(String(data)));
    if (read.success) waiting.get(read.data.id)?.(read.data);
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ type, result, message }) => {
        if (type === 'success') resolve(result);
        else reject(new Error(`${method}: ${message ?? type}`));
      });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

async function listening(process: ChildProcess): Promise<string> {
  if (process.stderr === null) throw new Error('Firefox says nothing.');
  for await (const line of createInterface(process.stderr)) {
    const [, url] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (url !== undefined) return `${url}/session`;
  }
  throw new Error('Firefox ended.');
}

async function connect(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('Firefox does not answer.')));
  });
  return socket;
}

function pageOf(send: Send, context: string): Omit<OpenedPage, 'close'> {
  const target = { context };
  const evaluate = async (expression: string): Promise<z.output<typeof evaluated>['result']> =>
    evaluated.parse(await send('script.evaluate', { expression, target, awaitPromise: true })).result;
  return {
    requests: undefined,
    async pick(box, paths) {
      const { sharedId } = await evaluate(`document.getElementById(${JSON.stringify(box)})`);
      await send('input.setFiles', { context, element: { sharedId }, files: paths });
    },
    async ask(expression) {
      const { value } = await evaluate(`Promise.resolve(${expression}).then(JSON.stringify)`);
      const read: unknown = typeof value === 'string' ? JSON.parse(value) : undefined;
      return read;
    },
    async picture(path) {
      const { data } = shot.parse(await send('browsingContext.captureScreenshot', { context, origin: 'document' }));
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
  };
}

export async function openInFirefox(url: string): Promise<OpenedPage> {
  const profile = mkdtempSync(join(tmpdir(), 'sallyport-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const process = spawn('firefox-esr', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => process.once('exit', resolve));
  const socket = await connect(await listening(process));
  const send = sender(socket);
  await send('session.new', { capabilities: {} });
  const { contexts } = tree.parse(await send('browsingContext.getTree', {}));
  const context = contexts[0]?.context ?? '';
  await send('browsingContext.navigate', { context, url, wait: 'complete' });
  return {
    ...pageOf(send, context),
    async close() {
      await send('browser.close', {}).catch(() => undefined);
      socket.close();
      process.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
