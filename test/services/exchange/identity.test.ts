import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compactTable, type Key } from '../../../services/exchange/compact-table.ts';
import { contentDigest, identityIndex } from '../../../services/exchange/identity.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const key = (sourceId: string, admission = 'a'): Parameters<ReturnType<typeof identityIndex>['find']>[0] => ({
  sourceSystem: 's',
  sourceId,
  admission,
});

describe('the table', () => {
  it('finds each of many entries and no other', () => {
    const table = compactTable(1);
    const keyOf = (n: number): Key => [Math.imul(n, 2654435761) >>> 0, n];
    for (let n = 0; n < 20_000; n += 1) table.add(keyOf(n), [n]);
    for (let n = 0; n < 20_000; n += 1) expect(table.find(keyOf(n), () => true)?.[0]).toBe(n);
    expect(table.find(keyOf(20_001), () => true)).toBeNull();
    expect(table.size).toBe(20_000);
  });

  it('keeps several entries under one key', () => {
    const table = compactTable(1);
    for (const value of [1, 2, 3]) table.add([0, 0], [value]);
    expect(table.find([0, 0], ([value]) => value === 3)?.[0]).toBe(3);
  });
});

describe('what was seen before', () => {
  it('is told apart by content and admission', () => {
    const index = identityIndex();
    index.add(key('1'), digest('x'));
    expect(index.find(key('1'), digest('x'))).toEqual({ same: true, admission: true, otherAdmission: false });
    expect(index.find(key('1'), digest('y'))).toEqual({ same: false, admission: true, otherAdmission: false });
    expect(index.find(key('1', 'b'), digest('x'))).toEqual({ same: false, admission: false, otherAdmission: true });
    expect(index.find(key('2'), digest('x'))).toEqual({ same: false, admission: false, otherAdmission: false });
  });
});

describe('the digest of a booking', () => {
  const draft = (fields: object): Parameters<typeof contentDigest>[0] => ({ fields, charges: [] });

  it('does not depend on order, nor on whether it is new or an update', () => {
    const first = contentDigest(draft({ record_action: 'ADD', cell: 'A-1', race: 'WHITE' }));
    expect(contentDigest(draft({ race: 'WHITE', cell: 'A-1', record_action: 'UPDATE' }))).toBe(first);
  });

  it('changes with a value, and where the record is void', () => {
    const first = contentDigest(draft({ cell: 'A-1' }));
    expect(contentDigest(draft({ cell: 'A-2' }))).not.toBe(first);
    expect(contentDigest(draft({ cell: 'A-1', record_action: 'VOID' }))).not.toBe(first);
  });
});
