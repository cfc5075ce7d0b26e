// Run with --expose-gc: imports a file of so many rows and prints how much was held after each of these rows.
import { createHash } from 'node:crypto';
import type { OpenFile } from '../../../services/exchange/open-file.ts';
import { AUTO_PROFILE } from '../../../services/exchange/profile.ts';
import { runImport } from '../../../services/exchange/run-import.ts';

const marks = process.argv.slice(2).map(Number);
const last = Math.max(...marks);

/** A booking, every tenth time one with refused words, every seventh an older one once more. */
function row(at: number): string {
  const id = at % 7 === 0 ? Math.max(0, at - 1_000) : at;
  const text = at % 10 === 0 ? 'Subject is undocumented' : 'calm';
  return `${String(id)},2026-01-01 10:00,Testperson,${text},${createHash('sha256').update(String(id)).digest('hex')}\n`;
}

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('RecID,Date of Booking,Last Name,Narrative,CTZ\n');
  for (let at = 0; at < last; at += 500) {
    yield Buffer.from(Array.from({ length: 500 }, (_, more) => row(at + more)).join(''));
    await new Promise(setImmediate);
  }
}

async function head(length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks()) {
    parts.push(chunk);
    if (Buffer.concat(parts).length >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}

const file: OpenFile = { name: 'made.csv', bytes: last * 120, head, chunks, close: () => Promise.resolve() };

function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

let lines = 0;
await runImport(
  { path: file.name, profile: AUTO_PROFILE },
  {
    openFile: () => Promise.resolve(file),
    sink: null,
    known: { list: () => Promise.resolve([]) },
    progress: () => undefined,
    cancelled: () => false,
    clock: () => performance.now(),
    onRow: () => {
      lines += 1;
      if (marks.includes(lines)) console.log(held());
    },
  },
);
