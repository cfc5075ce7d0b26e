import { booking } from './en/booking.ts';
import { desk } from './en/desk.ts';
import { entrance } from './en/entrance.ts';
import { exchange } from './en/exchange.ts';
import { frame } from './en/frame.ts';
import { ground } from './en/ground.ts';
import { notices } from './en/notices.ts';
import { notification } from './en/notification.ts';
import { people } from './en/people.ts';
import { policy } from './en/policy.ts';

/** Every text of the window. Another language is another object of this shape. */
export const en = {
  booking,
  desk,
  entrance,
  exchange,
  frame,
  ground,
  notices,
  notification,
  people,
  policy,
} as const;
