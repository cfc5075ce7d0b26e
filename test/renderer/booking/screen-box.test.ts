import { describe, expect, it } from 'vitest';
import { FIRST_PAGE } from '../../../renderer/booking/form-fields.ts';
import { placeInBox, screenBox } from '../../../renderer/booking/screen-box.ts';

const { property } = FIRST_PAGE;

function markedIn(text: string): readonly string[] {
  return screenBox(property, text, undefined).spans.map(([start, end]) => text.slice(start, end));
}

describe('the lines of a list', () => {
  it.each([
    ['A# 076\n123 412', ['A# 076', '123 412']],
    ['Belt\n  One expired green \n\n card, 40 dollars\nkeys', ['expired green', 'card']],
    ['removal\norder', ['removal', 'order']],
  ])('are marked where they tell it together, as they are typed: %j', (text, marked) => {
    expect(markedIn(text)).toEqual(marked);
  });

  it('are marked one by one where one of them tells it alone', () => {
    expect(markedIn('removal\norder\nMexican passport')).toEqual(['Mexican passport']);
    expect(markedIn('Visa card\nMBTA card\nJacket, green\nlibrary card')).toEqual([]);
  });

  it('are asked about as the gate reads them, side by side', () => {
    const text = 'Belt\nOne envelope, order of\nremoval inside';
    const span = screenBox(property, text, undefined).spans[0] ?? [0, 0];
    const place = placeInBox(property, text, { span, taught: undefined });
    expect(place?.text).toBe('One envelope, order of removal inside');
    expect(place?.text.slice(place.start, place.end)).toBe('order of removal');
  });
});
