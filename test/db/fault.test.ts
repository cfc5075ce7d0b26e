import { describe, expect, it } from 'vitest';
import { asFault } from '../../db/fault.ts';
import { refusalMessage } from '../../policy/refusal-words.ts';
import { refusalOf } from '../../services/store-refusal.ts';
import { StoreFault } from '../../db/fault.ts';

const CASES = [
  ['SQLITE_FULL', 'disk-full', /disk is full/],
  ['SQLITE_IOERR_WRITE', 'disk-full', /disk is full/],
  ['SQLITE_IOERR_FSYNC', 'disk-full', /disk is full/],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full', /disk is full/],
  ['SQLITE_IOERR_LOCK', 'disk-trouble', /disk does not answer.*connected/],
  ['SQLITE_IOERR_ACCESS', 'disk-trouble', /disk does not answer/],
  ['SQLITE_IOERR_FSTAT', 'disk-trouble', /disk does not answer/],
  ['SQLITE_IOERR_NOMEM', 'no-memory', /out of memory/],
  ['SQLITE_NOMEM', 'no-memory', /out of memory.*Close other programs/],
  ['SQLITE_READONLY', 'closed', /cannot be written to/],
  ['SQLITE_READONLY_DBMOVED', 'closed', /cannot be written to/],
  ['SQLITE_PERM', 'closed', /cannot be written to/],
  ['SQLITE_IOERR_READ', 'damaged', /is damaged/],
  ['SQLITE_CANTOPEN', 'missing-file', /is not in the station folder.*backup/],
  ['SQLITE_BUSY', 'in-use', /has this station open/],
] as const;

describe('a fault of SQLite', () => {
  it.each(CASES)('%s is %s, and is told as such', (code, expected, sentence) => {
    const fault = asFault(Object.assign(new Error('x'), { code }));
    expect(fault).toBeInstanceOf(StoreFault);
    if (!(fault instanceof StoreFault)) return;
    expect(fault.code).toBe(expected);
    expect(refusalMessage(refusalOf(fault))).toMatch(sentence);
  });

  it('of another kind comes back as it is', () => {
    const other = Object.assign(new Error('x'), { code: 'SQLITE_MISUSE' });
    expect(asFault(other)).toBe(other);
  });
});
