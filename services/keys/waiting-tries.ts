import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { oneAtATime } from './one-at-a-time.ts';
import { readJsonFile, replaceFile } from './safe-files.ts';

const triesFile = z.strictObject({
  format: z.literal(1),
  tries: z.array(z.strictObject({ name: z.string(), at: z.iso.datetime() })).max(10_000),
});

/** A wrong try while the records were sealed. */
export interface WaitingTry {
  /** Sign-in name as the keyring has it; what nobody is called is never written. */
  readonly name: string;
  readonly at: string;
}

const pathOf = (folder: string): string => join(folder, 'waiting-tries.json');

/** Tries that wait for the records to be opened. One that cannot be read holds none: it guards no more than its deletion. */
export async function readWaitingTries(folder: string): Promise<readonly WaitingTry[]> {
  const read = await readJsonFile(pathOf(folder));
  const parsed = triesFile.safeParse(read.ok ? read.value : null);
  return parsed.success ? parsed.data.tries : [];
}

/** Keeps one more, on the disk before anything is answered. */
export async function keepWaitingTry(folder: string, wrong: WaitingTry): Promise<void> {
  await oneAtATime(pathOf(folder), async () => {
    const tries = [...(await readWaitingTries(folder)), wrong];
    await replaceFile(pathOf(folder), `${JSON.stringify({ format: 1, tries }, null, 2)}\n`);
  });
}

/** Forgets them, once the log has them. */
export async function dropWaitingTries(folder: string): Promise<void> {
  await oneAtATime(pathOf(folder), () => rm(pathOf(folder), { force: true }));
}
