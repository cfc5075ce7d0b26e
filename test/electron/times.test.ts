import { expect, it } from 'vitest';
import { createTimes } from '../../electron/shell/times.ts';

it('prints the first moment of each step, once, when all are there', () => {
  const lines: string[] = [];
  let now = 0;
  const times = createTimes(
    () => (now += 1),
    (line) => lines.push(line),
  );
  for (const step of ['main', 'ready', 'window', 'shown', 'shown', 'screen'] as const) times.mark(step);
  expect(lines).toEqual([]);
  times.mark('station');
  times.mark('screen');
  expect(lines).toEqual(['{"times":{"main":1,"ready":2,"window":3,"shown":4,"screen":5,"station":6}}']);
});
