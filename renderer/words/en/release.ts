import type { ReleaseKind } from '../../../contract/release-calls.ts';

/** The answer to a request under the public records law. */
export const publicRecords = {
  title: 'Answer a request for public records',
  note: (from: string, to: string) =>
    `For the days above, ${from} to ${to}: one signed zip with copies, the daily log, and an index of what is withheld and why. Each page is stamped.`,
  audience: 'Who asked',
  reference: 'Reference of the request',
  received: 'Came in on',
  due: (day: string) => `To be answered by ${day}: 10 business days, G.L. c.66 s.10.`,
  late: (day: string) => `It was to be answered by ${day}. Tell whoever asked why it took longer.`,
  parts: 'What is asked for',
  part: { notifications: 'Notification records', 'daily-log': 'Daily log, public part' },
  noPart: 'Tick at least one.',
  leaves: 'What each record shows',
  withhold: 'Withhold these records whole',
  withholdNote: 'Record numbers, such as N-2026-00003. The index names them with the exemption.',
  withholdWhy: 'Exemption for these',
  under18: 'What is about somebody under 18 is never in it.',
  write: 'Write the answer',
  running: 'It is being written.',
  done: (number: string, records: number, withheld: number) =>
    `${number} is written. Records in it: ${String(records)}; withheld: ${String(withheld)}.`,
} as const;

/** Papers that leave, beside the figures. */
export const release = {
  title: 'Papers to hand out',
  note: (from: string, to: string) =>
    `For the days above, ${from} to ${to}: a signed PDF, with the same as CSV and JSON.`,
  kind: 'Which paper',
  kinds: {
    'daily-log': 'Daily log, public part',
    'daily-log-apart': 'Daily log, the part that is not public',
    'clerk-packet': 'Packet for the town clerk',
    'audit-sample': 'Sample of 20 for an audit',
    report: 'This report',
  } satisfies Record<ReleaseKind, string>,
  kindNotes: {
    'daily-log': 'Arrests in the order of time, G.L. c.41 s.98F. Contacts with other agencies are never in it.',
    'daily-log-apart': 'Arrests that s.98F keeps apart, each with its reason. Not for the public.',
    'clerk-packet': 'The signed head of the log, and the proof that the log only grew since each packet before.',
    'audit-sample': 'Notifications drawn by chance, each with clause, facts, who decided and the policy as it was.',
    report: 'The figures, counted under a signed head.',
  } satisfies Record<ReleaseKind, string>,
  apart: 'Keep these bookings apart',
  apartNote:
    'Numbers of bookings whose charge does not show it: domestic violence, sexual assault, a mobility-handicapped person.',
  write: 'Write the paper',
  done: (lines: number) =>
    lines === 1 ? 'It is written, with 1 line.' : `It is written, with ${String(lines)} lines.`,
} as const;
