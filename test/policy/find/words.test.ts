import { describe, expect, it } from 'vitest';
import { readAsked } from '../../../policy/find/asked.ts';
import { indexWords } from '../../../policy/find/index-words.ts';

const BOOKING = {
  number: '2026-00412',
  names: ['O’Brien-Núñez', 'Søren', null, 'Straßer'],
  officers: ['R. Sample', '0117'],
  dob: '1994-07-19',
  bookedAt: '2026-11-20T01:33:00-05:00',
};

describe('the words of a booking', () => {
  it('are its names without accents, whole and in parts, its number, its days both ways, its officers', () => {
    expect(indexWords(BOOKING)).toEqual([
      ...['nobrien', 'nnunez', 'nsoren', 'nstrasser', 'nbrien', 'or', 'osample', 'o0117'],
      ...['b2026', 'b00412', 'b412', 'd1994', 'd19940719', 'e07191994', 't2026', 't20261120', 'u11202026'],
    ]);
  });

  it('are none of what is not known, or is no date', () => {
    expect(indexWords({ number: '', names: [null], officers: [], dob: '1994', bookedAt: null })).toEqual([]);
  });
});

/** Whether the booking is found by what was typed, as the index answers. */
function finds(typed: string): boolean {
  const held = indexWords(BOOKING);
  const asked = readAsked(typed);
  return (
    asked.length > 0 &&
    asked.every(({ of, officer }) =>
      [...of, ...(officer === null ? [] : [officer])].some(({ word, whole }) =>
        held.some((one) => (whole ? one === word : one.startsWith(word))),
      ),
    )
  );
}

describe('what is typed into the box', () => {
  it.each([
    ...['o', 'obr', "O'Brien", 'OBRIEN NUNEZ', 'nuñez, sør', 'o brien', 'strasser', 'straßer', 'sample', '0117'],
    ...['2', '2026', '2026-', '2026-0', '2026-00412', '412', '00412', '41'],
    ...['1994', '1994-07', '1994-07-1', '1994-07-19', '19940719', '07191994', '7/1', '7/19', '07/19/19', '7/19/1994'],
    ...['2026-11-20', '11/20', 'obrien 1994', '7/19 sample 412'],
  ])('%s finds the booking', (typed) => {
    expect(finds(typed)).toBe(true);
  });

  it.each(['', '   ', '-', 'brienx', '2025', '2026-00413', '1994-08', '7/20', 'obrien 1995', 'nobrien', '*', '"'])(
    '%j does not',
    (typed) => {
      expect(finds(typed)).toBe(false);
    },
  );

  it('is told apart by what it goes by, and read as far as six words', () => {
    expect(readAsked('sample 412 7/19').map(({ by }) => by)).toEqual(['name', 'number', 'date']);
    expect(readAsked('a b c d e f g')).toHaveLength(6);
  });
});
