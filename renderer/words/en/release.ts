import type { ReleaseKind } from '../../../contract/release-calls.ts';

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
    'clerk-packet': 'The signed head of the log, and the proof that the log only grew since the month before.',
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
