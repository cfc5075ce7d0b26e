import { randomBytes, randomUUID } from 'node:crypto';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CallName } from '../../contract/call-names.ts';
import type { CallInput, CallOutputs } from '../../contract/calls.ts';
import type { ImportProgress } from '../../contract/exchange.ts';
import type { Reply } from '../../contract/reply.ts';
import type { SessionState } from '../../contract/session.ts';
import { holdsStation } from '../../services/keys/station-files.ts';
import type { WrittenBeside } from '../../services/state.ts';
import { createStation, type Station } from '../../services/station.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { ExitCode, Io } from './command.ts';
import { dataFolder, type Surroundings } from './data-folder.ts';
import { readSignIn, type SignIn } from './sign-in.ts';
import { systemFolders, writtenBeside } from './written-beside.ts';

/** Asks the station as the person who signed in. */
export interface StationClient {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutputs[N]>>;
}

interface Session {
  readonly texts: Readonly<Partial<Record<string, string>>>;
  readonly io: Io;
  readonly onProgress?: (progress: ImportProgress) => void;
}

const CLIENT = 'command-line';

/** The station folder that is named, or the one of this person on this computer. */
export function folderOf(texts: Session['texts']): string {
  const named = texts['data'];
  if (named !== undefined) return resolve(named);
  return dataFolder(surroundings());
}

function surroundings(): Surroundings {
  return { platform: process.platform, home: homedir(), environment: process.env };
}

/** The command line names no folder for prints: those of this person are meant. */
function beside({ texts, io }: Session): WrittenBeside {
  const around = surroundings();
  const named = texts['data'];
  const data = named === undefined ? undefined : resolve(named);
  return writtenBeside(around, io.folders ?? systemFolders(around), { data });
}

async function open(session: Session): Promise<Station> {
  const { texts, io, onProgress } = session;
  return createStation({
    folder: folderOf(texts),
    version: 'command-line',
    addon: io.addon,
    startCarrier: io.startCarrier,
    suggestedRecoveryFolder: join(homedir(), 'Sallyport recovery'),
    temporary: tmpdir(),
    writtenBeside: beside(session),
    clock: { now: () => new Date() },
    ids: { uuid: randomUUID },
    random: randomBytes,
    emit: (event) => {
      if (event.kind === 'import-progress') onProgress?.(event.progress);
    },
    report: ({ incident, kind }) => {
      io.say(`Incident ${incident}: ${kind}.`);
    },
  });
}

/** What a key has to sign, and by what it is found, is for the window alone. */
function toPrint(refusal: Refusal): Refusal {
  return refusal.code === 'second-factor-needed' ? { code: refusal.code } : refusal;
}

/** Scripts get the refusals on standard output, people get their sentences. */
export async function sayRefusals(io: Io, refusals: readonly Refusal[]): Promise<ExitCode> {
  await io.out(`${JSON.stringify({ ok: false, refusals: refusals.map(toPrint) }, null, 2)}\n`);
  for (const refusal of refusals) io.say(refusalMessage(refusal));
  return 1;
}

function isReplyOf<N extends CallName>(_name: N, reply: Reply<unknown>): reply is Reply<CallOutputs[N]> {
  return 'ok' in reply;
}

function clientOf(station: Station): StationClient {
  return {
    async call(name, input) {
      const reply = await station.call(CLIENT, name, input);
      if (!isReplyOf(name, reply)) throw new TypeError(name);
      return reply;
    },
  };
}

/** Nobody may stand before a computer that runs a command, and a key is touched by somebody. */
const KEY_ALONE =
  'A security key is touched in the window alone. Here a recovery code serves, or the code of a phone: set one up in the window, under My account.';

/** A code is asked for where the station asks for one: whoever has no second factor meets no second question. */
async function signIn(
  client: StationClient,
  { name, secret, readCode }: Extract<SignIn, { readonly ok: true }>,
  io: Io,
): Promise<Reply<SessionState>> {
  const first = await client.call('session.signIn', { name, passphrase: secret });
  if (first.ok || first.refusals[0]?.code !== 'second-factor-needed') return first;
  if (first.refusals[0].params?.['ways'] === 'key') io.say(KEY_ALONE);
  const given = await readCode();
  if (given.ok) return client.call('session.signIn', { name, passphrase: secret, code: given.code });
  io.say(given.sentence);
  return first;
}

/** Opens the station, signs in, does the work, signs out and closes. A refused sign-in or no station ends with 1, a missing name with 2. */
export async function asPerson(
  session: Session,
  work: (client: StationClient) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { io, texts } = session;
  const who = await readSignIn({ texts });
  if (!who.ok) {
    io.say(who.sentence);
    return 2;
  }
  const folder = folderOf(texts);
  // Opening it would leave a lock in a folder that was only mistyped.
  if (!holdsStation(folder)) return sayRefusals(io, [{ code: 'no-station', params: { folder } }]);
  const station = await open(session);
  try {
    const client = clientOf(station);
    const signedIn = await signIn(client, who, io);
    if (!signedIn.ok) return await sayRefusals(io, signedIn.refusals);
    if (signedIn.value.must !== null) return await sayRefusals(io, [{ code: 'second-factor-first' }]);
    const code = await work(client);
    await client.call('session.signOut', {});
    return code;
  } finally {
    await station.close();
  }
}
