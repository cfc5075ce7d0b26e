import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ToldKeeper } from '../../../renderer/ground/told-keeper.svelte.ts';
import { words } from '../../../renderer/words/words.ts';

const NO = { ok: false, refusals: [{ code: 'fault' }] };
const KEPT = { ok: true, value: { keptAt: '2026-03-08T00:00:00.000Z' } };
const DROPPED = { ok: true, value: { dropped: true } };

/** What was asked of the station, and how each is answered. */
let asked: { readonly name: string; readonly answer: (reply: object) => void }[];
let keeper: ToldKeeper;
const hear = (name: string) => async (): Promise<unknown> =>
  new Promise((answer) => {
    asked.push({ name, answer });
  });
const page = (told: string) => ({ act: 'notify-ice', subject: {}, ground: null, facts: { activity: told } }) as const;
const names = (): readonly string[] => asked.map(({ name }) => name);

/** Lets whatever may happen now happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);
async function answer(which: number, reply: object): Promise<void> {
  await settle();
  asked[which]?.answer(reply);
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  const calls = { 'ground.keepTold': hear('keep'), 'ground.dropTold': hear('drop') };
  vi.stubGlobal('window', { sallyport: { calls } });
  keeper = new ToldKeeper({ bookingId: 'b1' }, () => new Date('2026-03-08T00:00:05.000Z'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what was told on a page', () => {
  it('is tried again where it was not kept', async () => {
    void keeper.keep(page('one'));
    await answer(0, NO);
    expect(keeper.note).toBe(words.ground.kept.notKept);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(names()).toEqual(['keep', 'keep']);
  });

  it('stays forgotten where a keeping was under way, and is forgotten after it', async () => {
    void keeper.keep(page('one'));
    await settle();
    void keeper.keep(page('two'));
    void keeper.drop('notify-ice');
    await answer(0, NO);
    expect(names()).toEqual(['keep', 'drop']);
    await answer(1, DROPPED);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(names()).toEqual(['keep', 'drop']);
    expect([keeper.keeps, keeper.note]).toEqual([false, '']);
  });

  it('is said to be kept still where it could not be forgotten', async () => {
    void keeper.keep(page('one'));
    await answer(0, KEPT);
    void keeper.drop('notify-ice');
    await answer(1, NO);
    expect([keeper.keeps, keeper.note]).toEqual([true, words.ground.kept.notDropped]);
    void keeper.drop('notify-ice');
    await answer(2, DROPPED);
    expect([keeper.keeps, keeper.note]).toEqual([false, '']);
  });

  it('is not put back to what it was before: only the newest is tried again', async () => {
    void keeper.keep(page('one'));
    await settle();
    void keeper.keep(page('two'));
    await answer(0, NO);
    await answer(1, KEPT);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(names()).toEqual(['keep', 'keep']);
  });

  it('is tried no more once the page is gone', async () => {
    void keeper.keep(page('one'));
    keeper.stop();
    await answer(0, NO);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(names()).toEqual(['keep']);
  });
});
