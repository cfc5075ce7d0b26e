import { resolve } from 'node:path';
import type { ExitCode, Io } from './command.ts';
import { tellImport } from './import-outcome.ts';
import { progressLine } from './progress-line.ts';
import { asPerson, sayRefusals, type StationClient } from './station-client.ts';

type Texts = Readonly<Partial<Record<string, string>>>;

/** A file and how it is taken in; a dry run compares it with the station's records and stores nothing. */
interface Wanted {
  readonly path: string;
  readonly texts: Texts;
  readonly dryRun: boolean;
}

/** Takes a file in, signed in; Ctrl C ends it with nothing stored. */
export function storeFile(wanted: Wanted, io: Io): Promise<ExitCode> {
  const line = progressLine();
  let importId: string | null = null;
  const onProgress = (progress: Parameters<typeof line>[0] & { readonly importId: string }): void => {
    importId = progress.importId;
    line(progress);
  };
  return asPerson({ texts: wanted.texts, io, onProgress }, async (client) => {
    const stop = (): void => {
      if (importId !== null) void client.call('import.cancel', { importId });
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    try {
      return await takeIn(client, io, wanted);
    } finally {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    }
  });
}

async function takeIn(client: StationClient, io: Io, { path, texts, dryRun }: Wanted): Promise<ExitCode> {
  const { profile, rows } = texts;
  const reply = await client.call('import.run', {
    path: resolve(path),
    dryRun,
    ...(profile === undefined || profile === 'auto' ? {} : { profile: resolve(profile) }),
    ...(rows === undefined ? {} : { rows: resolve(rows) }),
  });
  if (!reply.ok) return sayRefusals(io, reply.refusals);
  return tellImport(reply.value.report, io);
}
