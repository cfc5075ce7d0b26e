import { certifyKey, goBackToOwnRoot, requestCertificate } from './authority-service.ts';
import { drillKey, recordWalk } from './key-drill-service.ts';
import { changeKey, listKeys } from './key-service.ts';
import { CALLS, type CallOutputs } from '../contract/calls.ts';
import type { CallName } from '../contract/call-names.ts';
import { listBookings } from '../db/booking/list.ts';
import { changePassphrase, letInAgain, listAccounts } from './account/account-service.ts';
import { hideCodes, renewCodes } from './account/codes-service.ts';
import { beginFactor, confirmFactor, removeFactor } from './account/factor-service.ts';
import { addKey, beginKey, getOwnFactors, removeKey } from './account/key-service.ts';
import { getAccountsToReview, signAccountReview } from './account/review-service.ts';
import { getSettings, saveSettings } from './account/settings-service.ts';
import { cancelExport, exportBatch, exportProgress } from './batch-service.ts';
import { cancelBackup, getBackups, makeBackupNow, planBackups } from './backup-service.ts';
import { openAnswer } from './answer-service.ts';
import { getBeside } from './beside-service.ts';
import { abandonBooking, getDraft, keepDraft, openBooking } from './booking-form-service.ts';
import { correctBooking, getBooking, recordBookingEvent, saveBooking } from './booking-service.ts';
import { accountForClock } from './clock-service.ts';
import { getConsularList, saveConsularList } from './consular-service.ts';
import { endBlank, listBlanks, printBlanks } from './blank-service.ts';
import { checkContact, listContacts, retireContact, saveContact } from './contact-service.ts';
import { cosignGround } from './cosign-service.ts';
import { findBooking } from './find-service.ts';
import { getDesk } from './desk-service.ts';
import { actOnDuty, listDutyLog } from './duty-service.ts';
import { ENTRANCE_ROUTES } from './entrance-routes.ts';
import { explainAct } from './explain-service.ts';
import { exportNotifications, previewCopy } from './export-service.ts';
import { underPolicyOrClock } from './ground-clock.ts';
import { dropTold, getTold, keepTold } from './ground-draft-service.ts';
import { determineGround, evaluateGround, revokeDetermination } from './ground-service.ts';
import { getHandover, signHandover } from './handover-service.ts';
import { findLeaks } from './leak-service.ts';
import { cancelImport, getQuarantine, importFile } from './import-service.ts';
import { getMatter, listMatters } from './matter-page.ts';
import { dropForm, getForms, keepForm } from './matter-form-service.ts';
import { addMatterEvent, openMatter } from './matter-service.ts';
import { getNotification, listNotificationLog, recordNotification } from './notification-service.ts';
import { carryOutOrder } from './order/carry-out.ts';
import { findOrdered, previewOrder } from './order/preview.ts';
import { listToTell, recordTold } from './order/recall.ts';
import { listSealedBookings, openSealed } from './order/sealed.ts';
import { cosignOrder } from './order/second-person.ts';
import { underPolicy } from './pack-guard.ts';
import { acknowledgePack, adoptPack, getPack, interpretPack, listPackVersions } from './pack-service.ts';
import { addPerson, deactivatePerson } from './people-service.ts';
import { writePackage } from './public-records-service.ts';
import { writePaper } from './release-service.ts';
import { done } from './reply.ts';
import { cancelRestore, lookForBackups, restoreHere, restoreProgress } from './restore-service.ts';
import { forAnyone, forMembers, type Route } from './route.ts';
import { attachScan, openScan } from './scan-service.ts';
import { lockSession, signIn, signOut, unlockSession } from './session-service.ts';
import { beginSetup, finishSetup, judgeSetup } from './setup-service.ts';
import { getReport } from './report-service.ts';
import { getStatus, readStatus, recordStatus } from './status-service.ts';
import { getSupervision } from './supervision-service.ts';
import { beginLog, getLog } from './log-service.ts';
import { comparePaperHead, signPaperHead } from './paper-head.ts';
import { checkSystem, getRoot } from './system-service.ts';
import { getPhraseBook, listTaught, revokePhrase, teachPhrase } from './teaching-service.ts';
import { getOwnTrail, getTrail, reviewTrail } from './trail-service.ts';

/** The list of all calls and who answers them. */
export const ROUTES = {
  ...ENTRANCE_ROUTES,
  'setup.judge': forAnyone(CALLS['setup.judge'], judgeSetup),
  'setup.begin': forAnyone(CALLS['setup.begin'], beginSetup),
  'setup.finish': forAnyone(CALLS['setup.finish'], finishSetup),
  'session.signIn': forAnyone(CALLS['session.signIn'], signIn),
  'session.lock': forMembers(CALLS['session.lock'], lockSession),
  'session.unlock': forMembers(CALLS['session.unlock'], unlockSession),
  'session.signOut': forMembers(CALLS['session.signOut'], signOut),
  'factor.get': forMembers(CALLS['factor.get'], getOwnFactors),
  'factor.begin': forMembers(CALLS['factor.begin'], beginFactor),
  'factor.confirm': forMembers(CALLS['factor.confirm'], confirmFactor),
  'factor.beginKey': forMembers(CALLS['factor.beginKey'], beginKey),
  'factor.addKey': forMembers(CALLS['factor.addKey'], addKey),
  'factor.removeKey': forMembers(CALLS['factor.removeKey'], removeKey),
  'factor.renewCodes': forMembers(CALLS['factor.renewCodes'], renewCodes),
  'factor.hideCodes': forMembers(CALLS['factor.hideCodes'], hideCodes),
  'factor.remove': forMembers(CALLS['factor.remove'], removeFactor),
  'session.changePassphrase': forMembers(CALLS['session.changePassphrase'], changePassphrase),
  'people.list': forMembers(CALLS['people.list'], listAccounts),
  'people.add': forMembers(CALLS['people.add'], addPerson),
  'people.deactivate': forMembers(CALLS['people.deactivate'], deactivatePerson),
  'people.letIn': forMembers(CALLS['people.letIn'], letInAgain),
  'people.review': forMembers(CALLS['people.review'], getAccountsToReview),
  'people.signReview': forMembers(CALLS['people.signReview'], signAccountReview),
  'settings.get': forMembers(CALLS['settings.get'], getSettings),
  'settings.save': forMembers(CALLS['settings.save'], saveSettings),
  'desk.get': forMembers(CALLS['desk.get'], getDesk),
  'handover.get': forMembers(CALLS['handover.get'], getHandover),
  'handover.sign': forMembers(CALLS['handover.sign'], signHandover),
  'booking.open': forMembers(CALLS['booking.open'], openBooking),
  'booking.keepDraft': forMembers(CALLS['booking.keepDraft'], keepDraft),
  'booking.draft': forMembers(CALLS['booking.draft'], getDraft),
  'booking.abandon': forMembers(CALLS['booking.abandon'], abandonBooking),
  'booking.save': forMembers(CALLS['booking.save'], saveBooking),
  'booking.correct': forMembers(CALLS['booking.correct'], correctBooking),
  'booking.recordEvent': forMembers(CALLS['booking.recordEvent'], recordBookingEvent),
  'booking.get': forMembers(CALLS['booking.get'], getBooking),
  'booking.beside': forMembers(CALLS['booking.beside'], getBeside),
  'booking.list': forMembers(CALLS['booking.list'], async (member, input) =>
    done(await listBookings(member.open.store.read, input)),
  ),
  'booking.find': forMembers(CALLS['booking.find'], findBooking),
  'ground.evaluate': forMembers(CALLS['ground.evaluate'], underPolicy(evaluateGround)),
  'ground.cosign': forMembers(CALLS['ground.cosign'], underPolicy(cosignGround)),
  'ground.determine': forMembers(CALLS['ground.determine'], underPolicyOrClock(determineGround)),
  'ground.revoke': forMembers(CALLS['ground.revoke'], revokeDetermination),
  'ground.explain': forMembers(CALLS['ground.explain'], underPolicyOrClock(explainAct)),
  'ground.keepTold': forMembers(CALLS['ground.keepTold'], keepTold),
  'ground.told': forMembers(CALLS['ground.told'], getTold),
  'ground.dropTold': forMembers(CALLS['ground.dropTold'], dropTold),
  'status.get': forMembers(CALLS['status.get'], getStatus),
  'status.read': forMembers(CALLS['status.read'], readStatus),
  'status.record': forMembers(CALLS['status.record'], underPolicy(recordStatus)),
  'notification.record': forMembers(CALLS['notification.record'], recordNotification),
  'notification.list': forMembers(CALLS['notification.list'], listNotificationLog),
  'notification.get': forMembers(CALLS['notification.get'], getNotification),
  'notification.export': forMembers(CALLS['notification.export'], exportNotifications),
  'export.preview': forMembers(CALLS['export.preview'], previewCopy),
  'export.batch': forMembers(CALLS['export.batch'], exportBatch),
  'export.progress': forMembers(CALLS['export.progress'], exportProgress),
  'export.cancel': forMembers(CALLS['export.cancel'], cancelExport),
  'release.write': forMembers(CALLS['release.write'], writePaper),
  'release.package': forMembers(CALLS['release.package'], writePackage),
  'matter.open': forMembers(CALLS['matter.open'], openMatter),
  'matter.addEvent': forMembers(CALLS['matter.addEvent'], addMatterEvent),
  'matter.get': forMembers(CALLS['matter.get'], getMatter),
  'matter.list': forMembers(CALLS['matter.list'], listMatters),
  'matter.attachScan': forMembers(CALLS['matter.attachScan'], attachScan),
  'matter.readScan': forMembers(CALLS['matter.readScan'], openScan),
  'matter.openAnswer': forMembers(CALLS['matter.openAnswer'], openAnswer),
  'matter.keepForm': forMembers(CALLS['matter.keepForm'], keepForm),
  'matter.forms': forMembers(CALLS['matter.forms'], getForms),
  'matter.dropForm': forMembers(CALLS['matter.dropForm'], dropForm),
  'treaty.list': forMembers(CALLS['treaty.list'], getConsularList),
  'treaty.save': forMembers(CALLS['treaty.save'], saveConsularList),
  'duty.list': forMembers(CALLS['duty.list'], listDutyLog),
  'duty.act': forMembers(CALLS['duty.act'], actOnDuty),
  'supervisor.get': forMembers(CALLS['supervisor.get'], getSupervision),
  'screen.list': forMembers(CALLS['screen.list'], listTaught),
  'screen.teach': forMembers(CALLS['screen.teach'], teachPhrase),
  'screen.book': forMembers(CALLS['screen.book'], getPhraseBook),
  'screen.revoke': forMembers(CALLS['screen.revoke'], revokePhrase),
  'contact.list': forMembers(CALLS['contact.list'], listContacts),
  'contact.save': forMembers(CALLS['contact.save'], saveContact),
  'contact.check': forMembers(CALLS['contact.check'], checkContact),
  'contact.retire': forMembers(CALLS['contact.retire'], retireContact),
  'blank.print': forMembers(CALLS['blank.print'], printBlanks),
  'blank.list': forMembers(CALLS['blank.list'], listBlanks),
  'blank.end': forMembers(CALLS['blank.end'], endBlank),
  'import.run': forMembers(CALLS['import.run'], importFile),
  'import.cancel': forMembers(CALLS['import.cancel'], cancelImport),
  'import.quarantine': forMembers(CALLS['import.quarantine'], getQuarantine),
  'policy.get': forMembers(CALLS['policy.get'], underPolicy(getPack)),
  'policy.versions': forMembers(CALLS['policy.versions'], listPackVersions),
  'policy.adopt': forMembers(CALLS['policy.adopt'], adoptPack),
  'policy.interpret': forMembers(CALLS['policy.interpret'], interpretPack),
  'policy.acknowledge': forMembers(CALLS['policy.acknowledge'], acknowledgePack),
  'report.get': forMembers(CALLS['report.get'], getReport),
  'order.find': forMembers(CALLS['order.find'], findOrdered),
  'order.preview': forMembers(CALLS['order.preview'], previewOrder),
  'order.cosign': forMembers(CALLS['order.cosign'], cosignOrder),
  'order.carryOut': forMembers(CALLS['order.carryOut'], carryOutOrder),
  'order.recalls': forMembers(CALLS['order.recalls'], listToTell),
  'order.told': forMembers(CALLS['order.told'], recordTold),
  'order.sealed': forMembers(CALLS['order.sealed'], listSealedBookings),
  'order.openSealed': forMembers(CALLS['order.openSealed'], openSealed),
  'log.get': forMembers(CALLS['log.get'], getLog),
  'log.begin': forMembers(CALLS['log.begin'], beginLog),
  'log.sign': forMembers(CALLS['log.sign'], signPaperHead),
  'log.compare': forMembers(CALLS['log.compare'], comparePaperHead),
  'log.account': forMembers(CALLS['log.account'], accountForClock),
  'trail.get': forMembers(CALLS['trail.get'], getTrail),
  'trail.mine': forMembers(CALLS['trail.mine'], getOwnTrail),
  'trail.review': forMembers(CALLS['trail.review'], reviewTrail),
  'key.list': forMembers(CALLS['key.list'], listKeys),
  'key.change': forMembers(CALLS['key.change'], changeKey),
  'key.drill': forMembers(CALLS['key.drill'], drillKey),
  'key.walk': forMembers(CALLS['key.walk'], recordWalk),
  'key.request': forMembers(CALLS['key.request'], requestCertificate),
  'key.certify': forMembers(CALLS['key.certify'], certifyKey),
  'key.ownRoot': forMembers(CALLS['key.ownRoot'], goBackToOwnRoot),
  'backup.get': forMembers(CALLS['backup.get'], getBackups),
  'backup.plan': forMembers(CALLS['backup.plan'], planBackups),
  'backup.run': forMembers(CALLS['backup.run'], makeBackupNow),
  'backup.cancel': forMembers(CALLS['backup.cancel'], cancelBackup),
  'restore.look': forAnyone(CALLS['restore.look'], lookForBackups),
  'restore.run': forAnyone(CALLS['restore.run'], restoreHere),
  'restore.progress': forAnyone(CALLS['restore.progress'], restoreProgress),
  'restore.cancel': forAnyone(CALLS['restore.cancel'], cancelRestore),
  'system.check': forMembers(CALLS['system.check'], checkSystem),
  'system.leaks': forMembers(CALLS['system.leaks'], findLeaks),
  'system.root': forMembers(CALLS['system.root'], getRoot),
} satisfies { readonly [N in CallName]: Route<CallOutputs[N]> };
