import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FormKeeper, type TypedNow } from '../../../renderer/matter/form-keeper.svelte.ts';

const NOW = '2026-03-08T07:14:00.000Z';
let kept: TypedNow[];
let keeper: FormKeeper;
let typed: TypedNow;
const type = (next: Partial<TypedNow>): void => {
  typed = { ...typed, ...next };
  keeper.touch(() => typed);
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOW) });
  [kept, typed] = [[], { detail: {}, left: [] }];
  const keepForm = (input: TypedNow): Promise<unknown> => {
    kept.push(input);
    return Promise.resolve({ ok: true, value: { keptAt: NOW, notKept: [] } });
  };
  const stored = { kind: 'request', event: 'decided', matterId: 'm1', bookingId: null, keptAt: NOW, subject: {} };
  const forms = [{ ...stored, detail: { reason: 'He asked twice.' }, left: ['reason', 'at'] }];
  const calls = { 'matter.keepForm': keepForm, 'matter.forms': () => Promise.resolve({ ok: true, value: { forms } }) };
  vi.stubGlobal('window', { sallyport: { calls } });
  keeper = new FormKeeper({ kind: 'request', event: 'decided', matterId: 'm1' }, () => new Date(NOW), {
    reason: 'Reason',
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a form of a matter', () => {
  it('says of which box an earlier text is kept or the other sentences, and of which nothing is', async () => {
    type({ detail: { reason: 'He asked twice.' }, left: ['reason', 'at'] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.note).toBe('Kept 03:14:00, “Reason” as it was before the marked words, without “When”');
    type({ partly: ['reason'] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.note).toBe('Kept 03:14:00, “Reason” without the marked sentences, without “When”');
    expect(Object.keys(kept.at(-1) ?? {})).not.toContain('partly');
    type({ left: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.note).toBe('Kept 03:14:00');
  });

  it('says of what comes back that it is another text than was typed last', async () => {
    await keeper.find();
    expect(keeper.note).toBe('Kept 03:14:00, “Reason” not as typed last since words were marked, without “When”');
  });

  it('is kept some seconds after the first key of somebody who does not rest', async () => {
    for (let at = 0; at < 60; at += 1) {
      type({ detail: { reason: 'a'.repeat(at + 1) } });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(kept).toHaveLength(1);
  });
});
