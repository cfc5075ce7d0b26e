// Checks what is told about a duty: a try, or how it ended. Policy 2(c), 3(b).
import { dutyFields } from '../duties.ts';
import type { MatterDetail } from '../matters/matter.ts';
import type { Checked } from './booking.ts';
import { checkDetail, checkToldTime, refuseOthers } from './matter.ts';
import { refuseShape } from './refusals.ts';
import { isRecord } from './shapes.ts';

/** Checks the boxes of a try or of an end, whatever is handed in. */
export function checkDuty(duty: string, told: unknown, now: string | undefined): Checked<MatterDetail> {
  const given = isRecord(told) ? told : {};
  const kind = (['attempt', 'done'] as const).find((one) => one === given['kind']);
  if (kind === undefined) return { value: {}, refusals: [refuseShape('kind', given['kind'])], warnings: [] };
  const checked = checkDetail(dutyFields(duty, kind), given['detail'], { path: 'detail', now });
  const refusals = [
    ...refuseOthers(given, ['kind', 'at', 'detail'], ''),
    ...checkToldTime(given['at'], now, 'at'),
    ...checked.refusals,
  ];
  return { value: checked.value, refusals, warnings: checked.warnings };
}
