import type { Desk } from './booking.ts';
import { entry, nothing } from './call.ts';
import { handoverInput, type Handover, type ToHandOver } from './handover.ts';

const DESK = ['booking-officer', 'supervisor', 'chief'] as const;

/** What the desk shows, and how one shift hands over to the next. */
export const DESK_CALLS = {
  'desk.get': entry([...DESK, 'records-clerk', 'auditor'], nothing),
  'handover.get': entry(DESK, nothing),
  'handover.sign': entry(DESK, handoverInput),
} as const;

export interface DeskOutputs {
  'desk.get': Desk;
  'handover.get': ToHandOver;
  'handover.sign': Handover;
}
