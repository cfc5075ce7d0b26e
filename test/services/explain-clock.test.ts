import { afterAll, beforeAll, expect, it } from 'vitest';
import { newTestStation, type TestStation } from '../support/station.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation();
}, 60_000);
afterAll(() => desk.remove());

const known = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

it('starts the clock of 2(c) once the moment is told, whoever it is about, and once only', async () => {
  const asked = { act: 'notify-ice', subject: { role: 'suspect' } } as const;
  await desk.done('ground.explain', { ...asked, facts: {} });
  expect(await desk.done('duty.list', {})).toEqual([]);
  const factsKnownAt = known(4);
  await desk.done('ground.explain', { ...asked, facts: { factsKnownAt } });
  await desk.done('ground.explain', { ...asked, facts: { factsKnownAt } });
  const duties = await desk.done('duty.list', {});
  expect(duties.map(({ duty, doneAt }) => ({ duty, doneAt }))).toEqual([{ duty: 'jttf', doneAt: null }]);
  expect(Date.parse(duties[0]?.by ?? '') - Date.parse(factsKnownAt)).toBe(15 * 60_000);
});
