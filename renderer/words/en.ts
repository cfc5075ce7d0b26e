import { account } from './en/account.ts';
import { backup } from './en/backup.ts';
import { beside } from './en/beside.ts';
import { blank } from './en/blank.ts';
import { booking } from './en/booking.ts';
import { contact } from './en/contact.ts';
import { custody } from './en/custody.ts';
import { desk } from './en/desk.ts';
import { duty } from './en/duty.ts';
import { entrance } from './en/entrance.ts';
import { entries } from './en/entries.ts';
import { exchange } from './en/exchange.ts';
import { frame } from './en/frame.ts';
import { ground } from './en/ground.ts';
import { handover } from './en/handover.ts';
import { integrity } from './en/integrity.ts';
import { keySteps } from './en/key-steps.ts';
import { keys } from './en/keys.ts';
import { matter } from './en/matter.ts';
import { notices } from './en/notices.ts';
import { notification } from './en/notification.ts';
import { opening } from './en/opening.ts';
import { order } from './en/order.ts';
import { paper } from './en/paper.ts';
import { people } from './en/people.ts';
import { personCopy } from './en/person-copy.ts';
import { policy } from './en/policy.ts';
import { publicRecords, release } from './en/release.ts';
import { report } from './en/report.ts';
import { request } from './en/request.ts';
import { review } from './en/review.ts';
import { sheet } from './en/sheet.ts';
import { supervisor } from './en/supervisor.ts';
import { teaching } from './en/teaching.ts';
import { trail } from './en/trail.ts';
import { verify } from './en/verify.ts';

/** Every text of the window. Another language is another object of this shape. */
export const en = {
  account,
  backup,
  beside,
  blank,
  booking,
  contact,
  custody,
  desk,
  duty,
  entrance,
  entries,
  exchange,
  frame,
  ground,
  handover,
  integrity,
  keySteps,
  keys,
  matter,
  notices,
  notification,
  opening,
  order,
  paper,
  people,
  personCopy,
  policy,
  publicRecords,
  release,
  report,
  request,
  review,
  sheet,
  supervisor,
  teaching,
  trail,
  verify,
} as const;
