import type { Kysely } from 'kysely';
import type { AccountEventTable } from './schema/account-event.ts';
import type { AccountReviewTable } from './schema/account-review.ts';
import type { AuditEventTable } from './schema/audit-event.ts';
import type { BookingEventTable } from './schema/booking-event.ts';
import type { BookingTable } from './schema/booking.ts';
import type { BookingVersionTable } from './schema/booking-version.ts';
import type { CertificateTable } from './schema/certificate.ts';
import type { ChargeTable } from './schema/charge.ts';
import type { CheckpointTable } from './schema/checkpoint.ts';
import type { TreatyListTable } from './schema/treaty-list.ts';
import type { BlankFormTable } from './schema/blank-form.ts';
import type { ContactTable } from './schema/contact.ts';
import type { DecisionTable } from './schema/decision.ts';
import type { DeterminationEventTable } from './schema/determination-event.ts';
import type { DeterminationTable } from './schema/determination.ts';
import type { DisclosureTable } from './schema/disclosure.ts';
import type { DraftCutTable } from './schema/draft-cut.ts';
import type { DraftTable } from './schema/draft.ts';
import type { GroundDraftTable } from './schema/ground-draft.ts';
import type { DutyEventTable } from './schema/duty-event.ts';
import type { DutyTable } from './schema/duty.ts';
import type { ExportTable } from './schema/export.ts';
import type { ExpungeTable } from './schema/expunge.ts';
import type { HandoverTable } from './schema/handover.ts';
import type { ImportRunTable } from './schema/import-run.ts';
import type { ImportSourceTable } from './schema/import-source.ts';
import type { LedgerEntryTable } from './schema/ledger-entry.ts';
import type { LedgerNodeTable } from './schema/ledger-node.ts';
import type { LedgerTreeTable } from './schema/ledger-tree.ts';
import type { LogOriginTable } from './schema/log-origin.ts';
import type { MatterDecisionTable } from './schema/matter-decision.ts';
import type { MatterDraftTable } from './schema/matter-draft.ts';
import type { MatterEventTable } from './schema/matter-event.ts';
import type { MatterTable } from './schema/matter.ts';
import type { NotificationTable } from './schema/notification.ts';
import type { NumberAbandonedTable } from './schema/number-abandoned.ts';
import type { NumberReservationTable } from './schema/number-reservation.ts';
import type { OpenDutyTable } from './schema/open-duty.ts';
import type { PersonEventTable } from './schema/person-event.ts';
import type { PersonTable } from './schema/person.ts';
import type { PolicyAcknowledgementTable } from './schema/policy-acknowledgement.ts';
import type { PolicyAdoptionTable } from './schema/policy-adoption.ts';
import type { PolicyPackTable } from './schema/policy-pack.ts';
import type { QuarantineTable } from './schema/quarantine.ts';
import type { RecallTable } from './schema/recall.ts';
import type { RefusalLogTable } from './schema/refusal-log.ts';
import type { ReviewTable } from './schema/review.ts';
import type { KeyWalkTable } from './schema/key-walk.ts';
import type { TownChainTable } from './schema/town-chain.ts';
import type { ScanTable } from './schema/scan.ts';
import type { SealingEventTable } from './schema/sealing-event.ts';
import type { SecondFactorEventTable } from './schema/second-factor-event.ts';
import type { SecondFactorTable } from './schema/second-factor.ts';
import type { StationSettingTable } from './schema/station-setting.ts';
import type { SealedAnswerTable } from './schema/sealed-answer.ts';
import type { SealingTable } from './schema/sealing.ts';
import type { SecurityKeyEventTable } from './schema/security-key-event.ts';
import type { SecurityKeyTable } from './schema/security-key.ts';
import type { SessionEventTable } from './schema/session-event.ts';
import type { StationTable } from './schema/station.ts';
import type { StatusRecordTable } from './schema/status-record.ts';
import type { TaughtPhraseEventTable } from './schema/taught-phrase-event.ts';
import type { TaughtPhraseTable } from './schema/taught-phrase.ts';
import type { UnreleasedTable } from './schema/unreleased.ts';

/** All tables, one type per file in `schema/`. */
export interface Database {
  account_event: AccountEventTable;
  account_review: AccountReviewTable;
  audit_event: AuditEventTable;
  booking: BookingTable;
  booking_event: BookingEventTable;
  booking_version: BookingVersionTable;
  certificate: CertificateTable;
  charge: ChargeTable;
  checkpoint: CheckpointTable;
  blank_form: BlankFormTable;
  contact: ContactTable;
  decision: DecisionTable;
  determination: DeterminationTable;
  determination_event: DeterminationEventTable;
  disclosure: DisclosureTable;
  draft: DraftTable;
  draft_cut: DraftCutTable;
  ground_draft: GroundDraftTable;
  matter_draft: MatterDraftTable;
  sealed_answer: SealedAnswerTable;
  treaty_list: TreatyListTable;
  duty: DutyTable;
  duty_event: DutyEventTable;
  export: ExportTable;
  expunge: ExpungeTable;
  handover: HandoverTable;
  import_run: ImportRunTable;
  import_source: ImportSourceTable;
  ledger_entry: LedgerEntryTable;
  ledger_node: LedgerNodeTable;
  ledger_tree: LedgerTreeTable;
  log_origin: LogOriginTable;
  matter: MatterTable;
  matter_decision: MatterDecisionTable;
  matter_event: MatterEventTable;
  notification: NotificationTable;
  number_abandoned: NumberAbandonedTable;
  number_reservation: NumberReservationTable;
  open_duty: OpenDutyTable;
  person: PersonTable;
  person_event: PersonEventTable;
  policy_acknowledgement: PolicyAcknowledgementTable;
  policy_adoption: PolicyAdoptionTable;
  policy_pack: PolicyPackTable;
  quarantine: QuarantineTable;
  recall: RecallTable;
  refusal_log: RefusalLogTable;
  review: ReviewTable;
  town_chain: TownChainTable;
  key_walk: KeyWalkTable;
  scan: ScanTable;
  sealing: SealingTable;
  sealing_event: SealingEventTable;
  second_factor: SecondFactorTable;
  second_factor_event: SecondFactorEventTable;
  security_key: SecurityKeyTable;
  security_key_event: SecurityKeyEventTable;
  session_event: SessionEventTable;
  station: StationTable;
  station_setting: StationSettingTable;
  status_record: StatusRecordTable;
  taught_phrase: TaughtPhraseTable;
  taught_phrase_event: TaughtPhraseEventTable;
  unreleased: UnreleasedTable;
}

const reads = Symbol('reads');
const writes = Symbol('writes');

/** Runs one fixed statement and tells its rows, where it reads. @throws StoreFault */
export type Answer = (text: string, parameters: readonly unknown[]) => Promise<readonly unknown[]>;

/** May read. A transaction reads as well; a `ReadDb` never writes. */
export type ReadDb = Pick<Kysely<Database>, 'selectFrom' | 'with' | 'getExecutor'> & {
  readonly [reads]: Answer;
};

/** One open transaction that writes; made by `Store.transaction` only, and dead once it has ended. */
export type WriteTx = Kysely<Database> & { readonly [reads]: Answer; readonly [writes]: true };

/** For `open.ts`. */
export function asReadDb(db: Kysely<Database>, answer: Answer): ReadDb {
  return Object.assign(db, { [reads]: answer } as const);
}

/** For `open.ts`. */
export function asWriteTx(db: Kysely<Database>, answer: Answer): WriteTx {
  return Object.assign(db, { [reads]: answer, [writes]: true } as const);
}

/** For `statement.ts`: how fixed statements are answered there. */
export function answerOf(db: ReadDb): Answer {
  return db[reads];
}
