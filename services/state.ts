import type { ImportProgress } from '../contract/exchange.ts';
import type { PolicyTrouble } from '../contract/policy.ts';
import type { AuditNote } from '../db/audit/writer.ts';
import type { Store } from '../db/open.ts';
import type { StationIdentity } from '../db/station/reader.ts';
import type { Sought } from '../policy/find/asked.ts';
import type { Pack } from '../policy/packs/pack.ts';
import type { Refusal, RefusalCode } from '../policy/refusal.ts';
import type { Person } from '../policy/people.ts';
import type { BackupWork } from './backup/backup-work.ts';
import type { StartCarrier } from './backup/carrier-messages.ts';
import type { Clock } from './clock.ts';
import type { DiskType } from './keys/network-folder.ts';
import type { SystemKeyGuard } from './keys/keyring.ts';
import type { Stretching } from './keys/scrypt.ts';
import type { StationKey } from './keys/station-key.ts';
import type { LogTrouble } from './ledger/log-standing.ts';
import type { PackBook } from './pack-book.ts';
import type { SteadyClock } from './steady-clock.ts';

/** Time, ids, bytes and the cost of a passphrase, handed in so that a run can be repeated. */
export interface Sources extends Stretching {
  readonly clock: Clock;
  readonly ids: { uuid(): string };
}

/** What holds of the window itself, as the chief set it. */
export interface WindowRules {
  readonly lockMinutes: number;
  readonly hiddenFromCapture: boolean;
}

export type StationEvent =
  | { readonly kind: 'import-progress'; readonly client: string; readonly progress: ImportProgress }
  | { readonly kind: 'window-rules'; readonly rules: WindowRules };

/** An unexpected fault: when, of what kind, in which functions. */
export interface FaultReport {
  readonly incident: string;
  readonly at: string;
  readonly kind: string;
  readonly where: readonly string[];
}

/** Folders outside the station's own into which the program writes, or the system for it; each may be missing. */
export interface WrittenBeside {
  /** Chromium's own: preferences, storage, caches, logs. */
  readonly program: readonly string[];
  /** Dumps of crashes. */
  readonly dumps: readonly string[];
  /** Where the system puts the dumps of every program. */
  readonly sharedDumps: readonly string[];
  /** Sheets that were printed as PDF. */
  readonly prints: readonly string[];
}

export interface StationOptions extends Sources {
  /** The station folder: records, keyring, signing key. */
  readonly folder: string;
  readonly version: string;
  readonly suggestedRecoveryFolder: string;
  /** The system's folder of temporary files. */
  readonly temporary: string;
  readonly writtenBeside: WrittenBeside;
  readonly systemKeyGuard?: SystemKeyGuard;
  /** The SQLite addon, where the host cannot find it by itself. */
  readonly addon?: unknown;
  /** How the disk of the station folder is asked what it is; the system's own way unless a test says otherwise. */
  readonly diskType?: DiskType;
  /** Milliseconds for which a folder of backups may keep somebody waiting; ten seconds unless a test says otherwise. */
  readonly folderPatience?: number;
  /** Starts the process that alone works in a folder of backups. */
  readonly startCarrier: StartCarrier;
  /** Makes backups by itself, as the plan says: the window's station does, a command does not. */
  readonly keepsPlan?: boolean;
  readonly emit: (event: StationEvent) => void;
  /** Takes note of an unexpected fault; it carries no content. */
  readonly report: (fault: FaultReport) => void;
}

/** What is in memory while records can be read. */
export interface OpenStation {
  readonly store: Store;
  readonly key: StationKey;
  readonly station: StationIdentity;
  /** Adopted versions of the policy; read anew with each adoption. */
  packBook: PackBook;
  /** The pack in force at this moment, with its digest; with a trouble, one that opens nothing. */
  readonly pack: Pack;
  readonly packDigest: string;
  readonly policyTrouble: PolicyTrouble | null;
  /** Why the log is not the one that was signed; then nothing is written until a person decides. */
  readonly logTrouble: LogTrouble | null;
}

/** Somebody who is in, at one window or command line. */
/** A moment by the clock on the wall and by the one that nobody can set, in milliseconds. */
export interface Moment {
  readonly wall: number;
  readonly monotonic: number | null;
}

export interface Session {
  readonly person: Person;
  /** When passphrase and second factor were given. */
  readonly since: Moment;
  locked: boolean;
  /** What has to be done before anything else. */
  must: 'set-up-factor' | null;
  /** Recovery codes are on its screen, and nobody said yet that they are written down. */
  showsCodes: boolean;
  /** Its owner came in by their last recovery code, which counts as the proof for setting one factor up. */
  lastCode: boolean;
  /** What was searched by, and when that was put on record: moments in milliseconds. */
  readonly searched: Map<Sought, number>;
}

/** A second person's word, kept for the form that asked for it. */
export interface Cosign {
  readonly person: Person;
  /** What they put their name to: who asked, booking, ground, every fact; canonical JSON. */
  readonly basis: string;
  readonly at: number;
}

/** A phone that is being set up, and the session in which its owner began: one that was unlocked since is another. */
interface Enrolment {
  readonly personId: string;
  readonly session: Session | undefined;
  readonly secret: Uint8Array;
}

/** What keys were asked, and how far they counted since the start. */
export interface KeysInUse {
  /** By what was asked of whom; each serves once. `at` in milliseconds. */
  readonly asked: Map<string, { readonly challenge: string; readonly at: number }>;
  /** By id of the key, where the store could not take it. */
  readonly counted: Map<string, number>;
}

export interface ExportWork {
  readonly personId: string;
  readonly since: number;
  readonly done: number;
  readonly total: number;
  readonly cancelled: boolean;
}

/** All that a running station remembers outside its files. */
export interface StationState {
  readonly options: StationOptions;
  open: OpenStation | null;
  /** Why nothing can be done here: another window holds the station, a damaged file. */
  trouble: Refusal | null;
  recoveryKey: string | null;
  /** A set-up is under way. */
  founding: boolean;
  readonly sessions: Map<string, Session>;
  /** Ids of people who were put out since the start. */
  readonly putOut: Set<string>;
  /** What the audit could not take yet, in order; since when, and why. */
  readonly audit: { readonly waiting: AuditNote[]; since: string | null; why: RefusalCode };
  /** Codes of second factors that were used since the start. */
  readonly usedCodes: Set<string>;
  /** Secrets that somebody is putting into their phone, by client. */
  readonly enrolling: Map<string, Enrolment>;
  readonly securityKeys: KeysInUse;
  /** Wrong tries by sign-in name, since the last right one: moments in milliseconds. */
  readonly tries: Map<string, readonly number[]>;
  readonly cosigns: Map<string, Cosign>;
  /** Time as duties count it. */
  readonly steady: SteadyClock;
  /** Imports that run, by id, with the person who began each. */
  readonly imports: Map<string, { readonly personId: string; cancelled: boolean }>;
  /** Copies that are being written into one zip, with the person who began it; `since` in milliseconds. */
  exporting: ExportWork | null;
  readonly backup: BackupWork;
  /** Notes that wait for the writer, and a backup that is made beside all other work. */
  readonly later: Set<Promise<void>>;
}
