import type { StoreFault } from '../db/fault.ts';
import { assertNever } from '../policy/assert-never.ts';
import type { Refusal } from '../policy/refusal.ts';

const ofRecords = (params: Readonly<Record<string, string>>): Refusal => ({
  code: 'unreadable-file',
  params: { file: 'records.db', ...params },
});

/** What a fault of the store means to the person at the desk. */
export function refusalOf(fault: StoreFault): Refusal {
  switch (fault.code) {
    case 'wrong-key':
      return { code: 'wrong-key' };
    case 'missing-file':
      return { code: 'damaged-database', params: { what: 'The records file is not in the station folder' } };
    case 'newer-database':
      return { code: 'newer-database' };
    case 'damaged':
      return { code: 'damaged-database' };
    case 'in-use':
      return { code: 'station-in-use' };
    case 'disk-full':
      return { code: 'disk-full' };
    case 'disk-trouble':
      return ofRecords({
        what: 'The disk does not answer as it should.',
        next: 'Check that it is connected and whole, then try again.',
      });
    case 'closed':
      return ofRecords({ cannot: 'written to', next: 'Ask your administrator to let you write there.' });
    case 'no-memory':
      return ofRecords({ what: 'The computer is out of memory.', next: 'Close other programs, then try again.' });
    case 'refused':
      return { code: 'fault', params: { why: 'the records themselves refused this' } };
    default:
      return assertNever(fault.code);
  }
}
