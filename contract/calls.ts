// Every call that may cross the process line: its input, who may make it, what it answers.
import type { z } from 'zod';
import { type Access, entry, nothing } from './call.ts';
import type { CallName } from './call-names.ts';
import { ACCOUNT_CALLS, type AccountOutputs } from './account-calls.ts';
import { ENTRANCE_CALLS } from './entrance-calls.ts';
import type { Pack } from '../policy/packs/pack.ts';
import { BOOKING_CALLS, type BookingOutputs } from './booking-calls.ts';
import { BACKUP_CALLS, type BackupOutputs } from './backup-calls.ts';
import { BLANK_CALLS, type BlankOutputs } from './blank-calls.ts';
import { CONTACT_CALLS, type ContactOutputs } from './contact-calls.ts';
import { DESK_CALLS, type DeskOutputs } from './desk-calls.ts';
import { EXPORT_CALLS, type ExportOutputs } from './export-calls.ts';
import { GROUND_CALLS, type GroundOutputs } from './ground-calls.ts';
import { importIdInput, importInput, type FinishedImport, type QuarantinedRow } from './exchange.ts';
import { KEY_CALLS, type KeyOutputs } from './key-calls.ts';
import { LOG_CALLS, type LogOutputs } from './log-calls.ts';
import {
  attachScanInput,
  dutyActInput,
  listDutiesInput,
  listMattersInput,
  matterEventInput,
  matterIdInput,
  openMatterInput,
  readScanInput,
  type Duty,
  type Matter,
  type MatterLine,
  type OpenedScan,
  type Scan,
} from './matter.ts';
import {
  exportInput,
  notificationIdInput,
  notificationPageInput,
  notificationInput,
  type ExportedRecord,
  type Notification,
} from './notification.ts';
import { ORDER_CALLS, type OrderOutputs } from './order-calls.ts';
import { acknowledgeInput, adoptInput, interpretInput, type AdoptedVersion, type PolicyVersions } from './policy.ts';
import { RELEASE_CALLS, type ReleaseOutputs } from './release-calls.ts';
import { FORM_CALLS, type FormOutputs } from './matter-form.ts';
import { TREATY_CALLS, type TreatyOutputs } from './treaty-calls.ts';
import { signInInput, unlockInput, type SessionState } from './session.ts';
import { reportInput, type CountedReport } from './report.ts';
import { setupFinishInput, setupJudgeInput, type SetupFinished, type StationInfo } from './station.ts';
import { openAnswerInput, type OpenedAnswer } from './sealed-answer.ts';
import type { Supervision } from './supervision.ts';
import { leaksInput, type CheckReport, type LeakReport } from './system.ts';
import { TRAIL_CALLS, type TrailOutputs } from './trail.ts';
import { TEACHING_CALLS, type TeachingOutputs } from './teaching-calls.ts';

const DESK = ['booking-officer', 'supervisor', 'chief'] as const;
const READERS = [...DESK, 'records-clerk', 'auditor'] as const;
const CLERKS = [...DESK, 'records-clerk'] as const;
const SUPERVISORS = ['supervisor', 'chief'] as const;
const EVERYONE = [...READERS, 'administrator'] as const;

export const CALLS = {
  ...ENTRANCE_CALLS,
  'setup.judge': entry('anyone', setupJudgeInput),
  'setup.begin': entry('anyone', nothing),
  'setup.finish': entry('anyone', setupFinishInput),
  'session.signIn': entry('anyone', signInInput),
  'session.lock': entry('signed-in', nothing),
  'session.unlock': entry('signed-in', unlockInput),
  'session.signOut': entry('signed-in', nothing),
  ...ACCOUNT_CALLS,
  ...DESK_CALLS,
  ...BOOKING_CALLS,
  ...GROUND_CALLS,
  'notification.record': entry(DESK, notificationInput),
  'notification.list': entry(READERS, notificationPageInput),
  'notification.get': entry(READERS, notificationIdInput),
  'notification.export': entry(CLERKS, exportInput),
  ...EXPORT_CALLS,
  ...RELEASE_CALLS,
  'matter.open': entry(CLERKS, openMatterInput),
  'matter.addEvent': entry(CLERKS, matterEventInput),
  'matter.get': entry(READERS, matterIdInput),
  'matter.list': entry(READERS, listMattersInput),
  'matter.attachScan': entry(CLERKS, attachScanInput),
  // Whom a paper opens to, the service looks at: two roles open every one, two only their own.
  'matter.readScan': entry(CLERKS, readScanInput),
  'matter.openAnswer': entry(CLERKS, openAnswerInput),
  ...FORM_CALLS,
  ...TREATY_CALLS,
  'duty.list': entry(READERS, listDutiesInput),
  'duty.act': entry(DESK, dutyActInput),
  'supervisor.get': entry(SUPERVISORS, nothing),
  ...TEACHING_CALLS,
  ...CONTACT_CALLS,
  ...BLANK_CALLS,
  'import.run': entry(CLERKS, importInput),
  // Whoever began an import must be able to end it, also behind a locked screen: the service looks at the rest.
  'import.cancel': entry('signed-in', importIdInput),
  'import.quarantine': entry(CLERKS, nothing),
  'policy.get': entry(EVERYONE, nothing),
  'policy.versions': entry(EVERYONE, nothing),
  'policy.adopt': entry(['chief'], adoptInput),
  'policy.interpret': entry(['chief'], interpretInput),
  'policy.acknowledge': entry([...CLERKS, 'administrator'], acknowledgeInput),
  'report.get': entry(READERS, reportInput),
  ...ORDER_CALLS,
  ...LOG_CALLS,
  ...TRAIL_CALLS,
  ...KEY_CALLS,
  ...BACKUP_CALLS,
  'system.check': entry(EVERYONE, nothing),
  'system.leaks': entry(['chief', 'auditor', 'administrator'], leaksInput),
  'system.root': entry(EVERYONE, nothing),
} as const satisfies Record<CallName, { readonly access: Access; readonly input: z.ZodType }>;

export type CallInput<N extends CallName> = z.input<(typeof CALLS)[N]['input']>;

export interface CallOutputs
  extends
    AccountOutputs,
    BackupOutputs,
    BookingOutputs,
    BlankOutputs,
    ContactOutputs,
    DeskOutputs,
    ExportOutputs,
    GroundOutputs,
    LogOutputs,
    KeyOutputs,
    OrderOutputs,
    TeachingOutputs,
    TrailOutputs,
    FormOutputs,
    TreatyOutputs,
    ReleaseOutputs {
  'station.info': StationInfo;
  'setup.judge': null;
  'setup.begin': { readonly recoveryKey: string };
  'setup.finish': SetupFinished;
  'session.signIn': SessionState;
  'session.state': SessionState;
  'session.lock': SessionState;
  'session.unlock': SessionState;
  'session.signOut': SessionState;
  'notification.record': Notification;
  'notification.list': readonly Notification[];
  'notification.get': Notification;
  'notification.export': readonly ExportedRecord[];
  'matter.open': Matter;
  'matter.addEvent': Matter;
  'matter.get': Matter;
  'matter.list': readonly MatterLine[];
  'matter.attachScan': Scan;
  'matter.readScan': OpenedScan;
  'matter.openAnswer': OpenedAnswer;
  'duty.list': readonly Duty[];
  'duty.act': Duty;
  'supervisor.get': Supervision;
  'import.run': FinishedImport;
  'import.cancel': { readonly cancelled: boolean };
  'import.quarantine': readonly QuarantinedRow[];
  'policy.get': Pack;
  'policy.versions': PolicyVersions;
  'policy.adopt': AdoptedVersion;
  'policy.interpret': AdoptedVersion;
  'policy.acknowledge': { readonly digest: string; readonly at: string };
  'report.get': CountedReport;
  'system.check': CheckReport;
  'system.leaks': LeakReport;
  /** Fingerprints of the roots that what this station signed may end in, the newest first. */
  'system.root': { readonly roots: readonly string[] };
}
