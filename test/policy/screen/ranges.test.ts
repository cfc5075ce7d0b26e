import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingAny, shareOut, type Range } from '../../../policy/screen/ranges.ts';

const meets = (one: Range, other: Range): boolean => one.start < other.end && one.end > other.start;
const place = fc.integer({ min: 0, max: 30 });
const range = fc.record({ start: place, end: place });
const found = fc.array(
  range.filter(({ start, end }) => start < end),
  { maxLength: 8 },
);
/** Side by side, with gaps or without. */
const inOrder = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 }).map((steps) => {
  const places = steps.map((_, at) => steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0));
  return places.flatMap((end, at): readonly Range[] => (at % 3 === 2 ? [] : [{ start: places[at - 1] ?? 0, end }]));
});

describe('ranges of a text', () => {
  it('share out what was found as if each were compared with all', () => {
    fc.assert(
      fc.property(inOrder, found, (ranges, all) => {
        const { inside, outside } = shareOut(ranges, all);
        expect(inside).toEqual(ranges.map((one) => all.filter((other) => meets(one, other))));
        expect(outside).toEqual(all.filter((one) => !ranges.some((other) => meets(one, other))));
      }),
    );
  });

  it('are met, in any order and even empty, by what meets one of them', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), found, (ranges, all) => {
        expect(meetingAny(ranges, all)).toEqual(all.filter((one) => ranges.some((other) => meets(other, one))));
      }),
    );
  });
});
