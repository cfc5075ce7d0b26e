import { entry, nothing } from './call.ts';

/** What the first screen asks. These stand apart, so that they can be answered before all else is loaded. */
export const ENTRANCE_CALLS = {
  'station.info': entry('anyone', nothing),
  'session.state': entry('anyone', nothing),
} as const;
