// Calls of the page "May we …?": what the policy says, who signs, what stands, what was told, and the sealed status.
import type { Person } from '../policy/people.ts';
import { bookingIdInput } from './booking.ts';
import { entry } from './call.ts';
import type { Explained } from './explained.ts';
import { explainInput } from './matter.ts';
import {
  cosignInput,
  determinationIdInput,
  determineInput,
  evaluateInput,
  keepToldInput,
  readStatusInput,
  statusInput,
  toldPlaceInput,
  type Determination,
  type Evaluation,
  type KeptTold,
  type StatusCompartment,
  type StatusRecord,
  type ToldKept,
} from './notification.ts';

const DESK = ['booking-officer', 'supervisor', 'chief'] as const;

export const GROUND_CALLS = {
  'ground.evaluate': entry(DESK, evaluateInput),
  'ground.cosign': entry(DESK, cosignInput),
  'ground.determine': entry(DESK, determineInput),
  'ground.revoke': entry(DESK, determinationIdInput),
  'ground.explain': entry(DESK, explainInput),
  'ground.keepTold': entry(DESK, keepToldInput),
  'ground.told': entry(DESK, toldPlaceInput),
  'ground.dropTold': entry(DESK, toldPlaceInput),
  'status.get': entry(DESK, bookingIdInput),
  'status.read': entry(DESK, readStatusInput),
  'status.record': entry(DESK, statusInput),
} as const;

export interface GroundOutputs {
  'ground.evaluate': Evaluation;
  'ground.cosign': { readonly cosignId: string; readonly person: Person };
  'ground.determine': Determination;
  'ground.revoke': Determination;
  'ground.explain': Explained;
  'ground.keepTold': KeptTold;
  'ground.told': ToldKept;
  'ground.dropTold': { readonly dropped: boolean };
  'status.get': StatusCompartment;
  'status.read': readonly StatusRecord[];
  'status.record': StatusRecord;
}
