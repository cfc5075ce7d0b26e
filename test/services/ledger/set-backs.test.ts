import { describe, expect, it } from 'vitest';
import { makeDisclosure, SALT_BYTES } from '../../../services/ledger/disclosure.ts';
import { SetBacks } from '../../../services/ledger/set-backs.ts';

const MINUTE = 60_000;
const said = (name: string, value: unknown): string => makeDisclosure(name, value, new Uint8Array(SALT_BYTES));

function seen(...minutes: readonly number[]): SetBacks {
  const found = new SetBacks();
  minutes.forEach((minute, seq) => {
    found.look(seq, minute * MINUTE);
  });
  return found;
}

describe('steps back of the log', () => {
  it('are told where they begin, and once', () => {
    expect(seen(0, 100, 40, 41, 60, 101, 90).open).toEqual([
      { at: 2, seconds: 3_600 },
      { at: 6, seconds: 660 },
    ]);
    expect(seen(0, 5, 0, 5, 1).open).toEqual([]);
  });

  it('count where they are small and add up', () => {
    expect(seen(100, 96, 92, 88).open).toEqual([{ at: 2, seconds: 480 }]);
    expect(seen(100, Number.NaN, 50).open).toEqual([{ at: 2, seconds: 3_000 }]);
  });

  it('are accounted for by name and size, after they happened', () => {
    const account = { entry: 2, seconds: 3_600, cause: 'was-ahead' };
    const after = (told: readonly string[], seq = 4): SetBacks => {
      const found = seen(0, 100, 40, 41);
      found.account(seq, told);
      return found;
    };
    expect([after([said('clock', account)]).open, after([said('clock', account)]).accounted]).toEqual([
      [],
      [{ at: 2, seconds: 3_600, cause: 'was-ahead' }],
    ]);
    const other = [
      said('other', account),
      said('clock', { ...account, entry: 1 }),
      said('clock', { ...account, seconds: 60 }),
      said('clock', { ...account, cause: 'because' }),
      said('clock', null),
      'not a disclosure',
    ];
    for (const one of other) expect(after([one]).open).toHaveLength(1);
    expect(after([said('clock', account)], 2).open).toHaveLength(1);
  });
});
