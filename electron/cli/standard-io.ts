import type { Io } from './command.ts';

/** The process's own streams. The reader of a pipe may leave before everything is written; that is its right. */
export function standardIo(host: Pick<Io, 'startCarrier' | 'addon' | 'folders'>): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  return {
    input: () => process.stdin.setEncoding('utf8'),
    out: (text) =>
      new Promise((done) => {
        if (process.stdout.write(text)) done();
        else process.stdout.once('drain', done);
      }),
    say: (text) => void process.stderr.write(`${text}\n`),
    ...host,
  };
}
