import type { Migration } from 'kysely/migration';
import { createLedger } from './0010-create-ledger.ts';
import { createStation } from './0020-create-station.ts';
import { createPeople } from './0030-create-people.ts';
import { reserveNumbers } from './0040-reserve-numbers.ts';
import { createBookings } from './0050-create-bookings.ts';
import { recordBookingEvents } from './0060-record-booking-events.ts';
import { keepOpenForms } from './0070-keep-open-forms.ts';
import { adoptPolicy } from './0080-adopt-policy.ts';
import { decideGrounds } from './0090-decide-grounds.ts';
import { sealStatus } from './0100-seal-status.ts';
import { createNotifications } from './0110-create-notifications.ts';
import { createImports } from './0120-create-imports.ts';
import { logRefusals } from './0130-log-refusals.ts';
import { numberMatters } from './0150-number-matters.ts';
import { signPolicy } from './0160-sign-policy.ts';
import { recordMatters } from './0170-record-matters.ts';
import { openDuties } from './0180-open-duties.ts';
import { sealScans } from './0190-seal-scans.ts';
import { groundEveryNotice } from './0200-ground-every-notice.ts';
import { notifyUnbooked } from './0210-notify-unbooked.ts';
import { keepContacts } from './0250-keep-contacts.ts';
import { proveLedger } from './0300-prove-ledger.ts';
import { carryOutOrders } from './0310-carry-out-orders.ts';
import { forgetKeptApart } from './0320-forget-kept-apart.ts';
import { teachPhrases } from './0330-teach-phrases.ts';
import { keepToldFacts } from './0340-keep-told-facts.ts';
import { nameLater } from './0350-name-later.ts';
import { auditInTheLog } from './0360-audit-in-the-log.ts';
import { sealWishes } from './0370-seal-wishes.ts';
import { guardAccounts } from './0380-guard-accounts.ts';
import { numberBlankForms } from './0390-number-blank-forms.ts';
import { reviewTheTrail } from './0400-review-the-trail.ts';
import { sayWhyOpened } from './0410-say-why-opened.ts';
import { reviewAccounts } from './0420-review-accounts.ts';
import { certifyByTown } from './0430-certify-by-town.ts';
import { handOverShifts } from './0440-hand-over-shifts.ts';
import { walkKeys } from './0450-walk-keys.ts';
import { findBookings } from './0460-find-bookings.ts';
import { guardSigned } from './0470-guard-signed.ts';
import { keepSecurityKeys } from './0480-keep-security-keys.ts';
import { listUnreleased } from './0490-list-unreleased.ts';
import { listOpenDuties } from './0500-list-open-duties.ts';
import { findAmongYears } from './0510-find-among-years.ts';
import { reportByDays } from './0520-report-by-days.ts';
import { countAudit } from './0530-count-audit.ts';
import { stepByUnlock } from './0540-step-by-unlock.ts';
import { keepTypedForms } from './0550-keep-typed-forms.ts';
import { noteCutDrafts } from './0560-note-cut-drafts.ts';

/** In order, by the names of their files. Released ones never change: see `test/migrations/frozen.test.ts`. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0010-create-ledger': createLedger,
  '0020-create-station': createStation,
  '0030-create-people': createPeople,
  '0040-reserve-numbers': reserveNumbers,
  '0050-create-bookings': createBookings,
  '0060-record-booking-events': recordBookingEvents,
  '0070-keep-open-forms': keepOpenForms,
  '0080-adopt-policy': adoptPolicy,
  '0090-decide-grounds': decideGrounds,
  '0100-seal-status': sealStatus,
  '0110-create-notifications': createNotifications,
  '0120-create-imports': createImports,
  '0130-log-refusals': logRefusals,
  '0150-number-matters': numberMatters,
  '0160-sign-policy': signPolicy,
  '0170-record-matters': recordMatters,
  '0180-open-duties': openDuties,
  '0190-seal-scans': sealScans,
  '0200-ground-every-notice': groundEveryNotice,
  '0210-notify-unbooked': notifyUnbooked,
  '0250-keep-contacts': keepContacts,
  '0300-prove-ledger': proveLedger,
  '0310-carry-out-orders': carryOutOrders,
  '0320-forget-kept-apart': forgetKeptApart,
  '0330-teach-phrases': teachPhrases,
  '0340-keep-told-facts': keepToldFacts,
  '0350-name-later': nameLater,
  '0360-audit-in-the-log': auditInTheLog,
  '0370-seal-wishes': sealWishes,
  '0380-guard-accounts': guardAccounts,
  '0390-number-blank-forms': numberBlankForms,
  '0400-review-the-trail': reviewTheTrail,
  '0410-say-why-opened': sayWhyOpened,
  '0420-review-accounts': reviewAccounts,
  '0430-certify-by-town': certifyByTown,
  '0440-hand-over-shifts': handOverShifts,
  '0450-walk-keys': walkKeys,
  '0460-find-bookings': findBookings,
  '0470-guard-signed': guardSigned,
  '0480-keep-security-keys': keepSecurityKeys,
  '0490-list-unreleased': listUnreleased,
  '0500-list-open-duties': listOpenDuties,
  '0510-find-among-years': findAmongYears,
  '0520-report-by-days': reportByDays,
  '0530-count-audit': countAudit,
  '0540-step-by-unlock': stepByUnlock,
  '0550-keep-typed-forms': keepTypedForms,
  '0560-note-cut-drafts': noteCutDrafts,
};
