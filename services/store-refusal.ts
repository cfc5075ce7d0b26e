import type { StoreFault } from '../db/fault.ts';
import { assertNever } from '../policy/assert-never.ts';
import type { Refusal } from '../policy/refusal.ts';

/** What a fault of the store means to the person at the desk. */
export function refusalOf(fault: StoreFault): Refusal {
  switch (fault.code) {
    case 'wrong-key':
      return { code: 'wrong-key' };
    case 'missing-file':
      return { code: 'damaged-database', params: { what: 'records.db is not in the station folder' } };
    case 'newer-database':
      return { code: 'newer-database' };
    case 'damaged':
      return { code: 'damaged-database' };
    case 'in-use':
      return { code: 'station-in-use' };
    case 'disk-full':
      return { code: 'disk-full' };
    case 'refused':
      return { code: 'fault', params: { why: 'the records themselves refused this' } };
    default:
      return assertNever(fault.code);
  }
}
