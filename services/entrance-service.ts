import type { Reply } from '../contract/reply.ts';
import type { SessionState } from '../contract/session.ts';
import type { StationInfo } from '../contract/station.ts';
import { auditAlarm } from './audit-alarm.ts';
import { readStationFile } from './keys/station-files.ts';
import { logRefusal } from './log-refusal.ts';
import { done, refused } from './reply.ts';
import type { Caller } from './route.ts';

export async function stationInfo({ state }: Caller): Promise<Reply<StationInfo>> {
  const { version, suggestedRecoveryFolder, folder, systemKeyGuard } = state.options;
  if (state.trouble !== null) return refused(state.trouble);
  const file = await readStationFile(folder);
  if (!file.ok) return refused(file.refusal);
  if (file.value === null) return done({ state: 'new', version, suggestedRecoveryFolder });
  const { name, ori } = file.value;
  const keyGuard = (await systemKeyGuard?.protects()) === true ? 'system' : 'passphrase';
  return done({
    state: state.open === null ? 'sealed' : 'open',
    name,
    ori,
    version,
    keyGuard,
    suggestedRecoveryFolder,
  });
}

/** Who is there, and whether the log is refused; that is told to nobody before they have signed in. */
export function sessionOf({ state, client }: Caller): SessionState {
  const session = state.sessions.get(client);
  if (session === undefined) return { person: null, locked: false, refused: null, must: null, lastCode: false };
  const trouble = state.open?.logTrouble ?? null;
  const { person, locked, must, lastCode } = session;
  return { person, locked, must, lastCode, refused: trouble === null ? auditAlarm(state) : logRefusal(trouble) };
}
