import { expect, it } from 'vitest';
import { afterSent } from '../../../renderer/ui/after-sent.ts';

const BEGINS = { time: 'now', detail: '' };

it('empties a form that was sent, but for what was typed before the answer came', () => {
  const sent = { time: '0055', detail: 'Cell 3' };
  expect(afterSent(sent, sent, BEGINS)).toEqual(BEGINS);
  expect(afterSent(sent, { ...sent, detail: 'Cell 4, insulin' }, BEGINS)).toEqual({
    time: 'now',
    detail: 'Cell 4, insulin',
  });
  expect(afterSent(sent, { ...sent, detail: '' }, BEGINS)).toEqual(BEGINS);
});
