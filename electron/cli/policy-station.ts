import { resolve } from 'node:path';
import type { Reply } from '../../contract/reply.ts';
import type { Pack } from '../../policy/packs/pack.ts';
import type { ExitCode, Io } from './command.ts';
import { asPerson, sayRefusals, type StationClient } from './station-client.ts';

export type StationWord = 'versions' | 'adopt' | 'acknowledge';

interface Asked {
  readonly what: StationWord;
  /** A pack's file, or a digest. */
  readonly word: string | undefined;
  readonly texts: Readonly<Partial<Record<string, string>>>;
}

function ask(client: StationClient, { what, word }: Asked): Promise<Reply<unknown>> {
  const calls: Readonly<Record<StationWord, () => Promise<Reply<unknown>>>> = {
    versions: () => client.call('policy.versions', {}),
    adopt: () => client.call('policy.adopt', word === undefined ? {} : { path: resolve(word) }),
    acknowledge: () => client.call('policy.acknowledge', { digest: word ?? '' }),
  };
  return calls[what]();
}

/** Signs in, asks, and writes the answer or the refusals. */
export async function askStation(asked: Asked, io: Io): Promise<ExitCode> {
  return asPerson({ texts: asked.texts, io }, async (client) => {
    const reply = await ask(client, asked);
    if (!reply.ok) return sayRefusals(io, reply.refusals);
    await io.out(`${JSON.stringify(reply.value, null, 2)}\n`);
    return 0;
  });
}

/** Signs in and hands over the version of the policy that this station has in force; or writes why there is none. */
export async function withStationPack(
  session: { readonly texts: Asked['texts']; readonly io: Io },
  tell: (pack: Pack) => Promise<ExitCode>,
): Promise<ExitCode> {
  return asPerson(session, async (client) => {
    const reply = await client.call('policy.get', {});
    return reply.ok ? tell(reply.value) : sayRefusals(session.io, reply.refusals);
  });
}
