import { booking } from './en/booking.ts';
import { desk } from './en/desk.ts';
import { entrance } from './en/entrance.ts';
import { frame } from './en/frame.ts';
import { refusals } from './en/refusals.ts';

/** Every text of the window. Another language is another object of this shape. */
export const en = { booking, desk, entrance, frame, refusals } as const;
