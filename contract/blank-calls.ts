// Calls about forms on paper.
import { endBlankInput, printBlankInput, type BlankForm } from './blank.ts';
import { entry, nothing } from './call.ts';

const CLERKS = ['booking-officer', 'supervisor', 'chief', 'records-clerk'] as const;

export const BLANK_CALLS = {
  'blank.print': entry(CLERKS, printBlankInput),
  'blank.list': entry(CLERKS, nothing),
  'blank.end': entry(CLERKS, endBlankInput),
} as const;

export interface BlankOutputs {
  'blank.print': readonly BlankForm[];
  'blank.list': readonly BlankForm[];
  'blank.end': BlankForm;
}
