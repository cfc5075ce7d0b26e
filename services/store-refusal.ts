import type { StoreFault, StoreFaultCode } from '../db/fault.ts';
import type { Refusal } from '../policy/refusal.ts';

const ofRecords = (params: Readonly<Record<string, string>>): Refusal => ({
  code: 'unreadable-file',
  params: { file: 'records.db', ...params },
});

const REFUSALS: Readonly<Record<StoreFaultCode, Refusal>> = {
  'wrong-key': { code: 'wrong-key' },
  'missing-file': { code: 'damaged-database', params: { what: 'The records file is not in the station folder' } },
  'newer-database': { code: 'newer-database' },
  damaged: { code: 'damaged-database' },
  'in-use': { code: 'station-in-use' },
  'disk-full': { code: 'disk-full' },
  'disk-trouble': ofRecords({
    what: 'The disk does not answer as it should.',
    next: 'Check that it is connected and whole, then try again.',
  }),
  closed: ofRecords({ cannot: 'written to', next: 'Ask your administrator to let you write there.' }),
  'no-memory': ofRecords({ what: 'The computer is out of memory.', next: 'Close other programs, then try again.' }),
  clock: { code: 'clock-behind' },
  refused: { code: 'fault', params: { why: 'the records themselves refused this' } },
};

/** What a fault of the store means to the person at the desk. */
export function refusalOf(fault: StoreFault): Refusal {
  const refusal = REFUSALS[fault.code];
  return fault.what === undefined ? refusal : { ...refusal, params: { ...refusal.params, what: fault.what } };
}
