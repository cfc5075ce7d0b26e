import type { CopyProgress } from '../contract/backup.ts';
import { CALL_NAMES, type CallName } from '../contract/call-names.ts';
import type { Reply } from '../contract/reply.ts';
import type { Refusal } from '../policy/refusal.ts';
import { holdStation, type StationLock } from '../db/lock.ts';
import { StoreFault } from '../db/fault.ts';
import { noBackupWork } from './backup/backup-work.ts';
import { refuseByAudit } from './audit-alarm.ts';
import { stamp } from './clock.ts';
import { framesOf } from './fault-frames.ts';
import { lockPath, readStationFile } from './keys/station-files.ts';
import { liesOnNetwork } from './keys/network-folder.ts';
import { makePrivateFolder, writeRefusal } from './keys/safe-files.ts';
import { refuse, refused } from './reply.ts';
import { ENTRANCE_ROUTES } from './entrance-routes.ts';
import { refuseByLog } from './log-refusal.ts';
import { lockIfOver } from './long-session.ts';
import { keepPlan, leaveRestoring, leaveWithBackup } from './plan-keeping.ts';
import type { Route } from './route.ts';
import type { StationOptions, StationState } from './state.ts';
import { refusalOf } from './store-refusal.ts';

/** A running station: the one composition behind the window, the command line and the tests. */
export interface Station {
  /** Answers one call of one client. Never throws: an unexpected fault becomes a refusal with an incident number. */
  call(client: string, name: string, input: unknown): Promise<Reply<unknown>>;
  /** Once a minute: what the plan for backups asks for. */
  tick(): Promise<void>;
  /** Answers why the backup on leaving was not made; null where it was, was given up, or none was due. */
  close(): Promise<Refusal | null>;
  /** How far a backup is; null where none runs. */
  backup(): CopyProgress | null;
  /** Ends a backup that runs; nothing of it is left. */
  giveUpBackup(): void;
}

const isCallName = (name: string): name is CallName => CALL_NAMES.some((known) => known === name);

function newState(options: StationOptions): StationState {
  return {
    options,
    open: null,
    trouble: null,
    recoveryKey: null,
    founding: false,
    sessions: new Map(),
    putOut: new Set(),
    audit: { waiting: [], since: null, why: 'fault' },
    usedCodes: new Set(),
    enrolling: new Map(),
    securityKeys: { asked: new Map(), counted: new Map() },
    tries: new Map(),
    cosigns: new Map(),
    steady: { reading: null, jumps: [] },
    imports: new Map(),
    exporting: null,
    backup: noBackupWork(),
    later: new Set(),
  };
}

interface Asked {
  readonly client: string;
  readonly name: string;
  readonly input: unknown;
}

const isEntrance = (name: CallName): name is keyof typeof ENTRANCE_ROUTES => Object.hasOwn(ENTRANCE_ROUTES, name);

type Routes = Readonly<Record<CallName, Route<unknown>>>;
let all: Routes | undefined;

async function readRoutes(): Promise<Routes> {
  all = (await import('./routes.ts')).ROUTES;
  return all;
}

/** The first screen's calls are at hand; all others are read from disk with the first of them. */
async function routeOf(name: CallName): Promise<Route<unknown>> {
  if (isEntrance(name)) return ENTRANCE_ROUTES[name];
  return (all ?? (await readRoutes()))[name];
}

/** Reads the rest of the program from disk ahead of need; a fault there is told by the call that needs it. */
function readAhead(): void {
  readRoutes().catch(() => undefined);
}

async function keep(
  state: StationState,
  asked: { client: string; call: CallName },
  reply: Reply<unknown>,
): Promise<void> {
  if (reply.ok || state.open === null) return;
  const { refusals } = reply;
  const { keepRefusals } = await import('./refusal-log.ts');
  await keepRefusals(state, asked, refusals);
}

/** A look is on record before what it shows leaves; calls of the first screen show nothing, and load nothing for it. */
async function keepLook(
  state: StationState,
  asked: { client: string; call: CallName },
  reply: Reply<unknown>,
): Promise<void> {
  if (reply.ok && !isEntrance(asked.call)) await (await import('./looks.ts')).noteLook(state, asked, reply);
}

async function unsealWithGuard(state: StationState): Promise<void> {
  if (state.options.systemKeyGuard === undefined) return;
  const { unsealWithSystem } = await import('./unseal.ts');
  await unsealWithSystem(state);
}

/** A refusal that rests on a time says so where the clock is what is wrong; loaded when there is a refusal. */
async function byClock(state: StationState, reply: Reply<unknown>): Promise<Reply<unknown>> {
  if (reply.ok || state.open === null) return reply;
  const { ledByClock } = await import('./clock-behind.ts');
  return refused(...(await ledByClock(state, reply.refusals)));
}

async function answer(state: StationState, { client, name, input }: Asked): Promise<Reply<unknown>> {
  if (!isCallName(name)) return refuse('unknown-call');
  if (state.trouble !== null) return refused(state.trouble);
  await lockIfOver(state, client);
  const no = refuseByLog(state.open?.logTrouble ?? null, name) ?? (await refuseByAudit(state, name));
  if (no !== null) return refused(no);
  const route = await routeOf(name);
  const reply = await route.run({ state, client }, input);
  await keep(state, { client, call: name }, reply);
  await keepLook(state, { client, call: name }, reply);
  if (name === 'session.state') readAhead();
  return reply;
}

/** A fault says when and of what kind, never with what: its message may hold what somebody typed. */
function faultReply(state: StationState, fault: unknown): Reply<never> {
  const known = fault instanceof StoreFault ? refusalOf(fault) : null;
  if (known !== null && known.code !== 'fault') return refused(known);
  const { clock, ids, report } = state.options;
  const incident = ids.uuid().slice(0, 8);
  const kind = fault instanceof Error ? fault.name : typeof fault;
  report({ incident, at: stamp(clock.now()), kind, where: fault instanceof Error ? framesOf(fault) : [] });
  return refuse('fault', { params: { incident } });
}

/** Takes the folder for this process; null where it may not be used. */
async function lockFolder(state: StationState): Promise<StationLock | null> {
  const { folder, addon, diskType } = state.options;
  await makePrivateFolder(folder);
  if (!(await liesOnNetwork(folder, diskType))) return holdStation(lockPath(folder), addon);
  state.trouble = { code: 'wrong-value', field: 'folder', params: { why: 'network-folder' } };
  return null;
}

async function lookAtFolder(state: StationState): Promise<void> {
  const file = await readStationFile(state.options.folder);
  if (!file.ok) state.trouble = file.refusal;
  else if (file.value !== null) await unsealWithGuard(state);
  else await (await import('./backup/coming-back.ts')).tryClearComingBack(state.options.folder);
}

/** What the folder itself refuses, as whoever is at the desk is told; anything else is a fault of the program. */
function troubleOf(fault: unknown): Refusal {
  if (fault instanceof StoreFault) return refusalOf(fault);
  const refusal = writeRefusal(fault, 'folder')?.refusal;
  if (refusal === undefined) throw fault;
  return refusal;
}

/** Opens the station in a folder. Where it is in use, damaged or closed to us, every call says so. */
export async function createStation(options: StationOptions): Promise<Station> {
  const state = newState(options);
  let lock: StationLock | null = null;
  try {
    lock = await lockFolder(state);
    if (lock !== null) await lookAtFolder(state);
  } catch (fault) {
    state.trouble = troubleOf(fault);
  }
  return {
    async call(client, name, input) {
      const reply = await answer(state, { client, name, input }).catch((fault: unknown) => faultReply(state, fault));
      return byClock(state, reply).catch(() => reply);
    },
    tick: () => keepPlan(state, 'tick'),
    async close() {
      for (const running of state.imports.values()) running.cancelled = true;
      await leaveRestoring(state);
      const failed = await leaveWithBackup(state);
      if (state.open !== null) await (await import('./open-station.ts')).closeRecords(state);
      lock?.release();
      return failed;
    },
    backup: () => (state.backup.restoring === null ? state.backup.running : null),
    giveUpBackup: () => {
      state.backup.cancelled = true;
    },
  };
}
