// The line to a carrier that is gone, late, or answers what nobody asked.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusalMessage } from '../../../policy/refusal-words.ts';
import { openCarrier, type Carrier } from '../../../services/backup/carrier.ts';
import type { CarrierHeard } from '../../../services/backup/carrier-messages.ts';
import { copyRefusal } from '../../../services/backup/refusals.ts';

const PATIENCE = 60_000;
const ENDED = { name: 'CarrierFailed', thrown: 'CarrierEnded', code: 'carrier-ended' };
const survey = { kind: 'ask', act: 'survey', input: { root: 'nowhere' } } as const;

function lineTo(): { readonly carrier: Carrier; readonly heard: CarrierHeard } {
  const lines: CarrierHeard[] = [];
  const carrier = openCarrier(
    (line) => {
      lines.push(line);
      return { send: () => undefined, kill: () => undefined };
    },
    { progress: () => undefined, cancelled: () => false },
  );
  const [heard] = lines;
  if (heard === undefined) throw new Error('no carrier was started');
  return { carrier, heard };
}

/** What comes of a question, however long that takes. */
async function outcomeOf(asked: Promise<unknown>): Promise<unknown> {
  const outcome = asked.catch((thrown: unknown) => thrown);
  await vi.advanceTimersByTimeAsync(PATIENCE);
  return outcome;
}

describe('a carrier', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('that is gone before it is asked is told at once, in a sentence that blames no folder', async () => {
    const { carrier, heard } = lineTo();
    heard.said({ kind: 'ready' });
    heard.ended();
    const outcome = await outcomeOf(carrier.ask<'survey'>(survey, PATIENCE));
    expect(outcome).toMatchObject(ENDED);
    const refusal = copyRefusal(outcome, 'folder');
    expect(refusal === undefined ? '' : refusalMessage(refusal)).toMatch(/did not start, or ended/);
  });

  it('that does not start is no silent folder; one that starts and moves nothing is', async () => {
    const [late, silent] = [lineTo(), lineTo()];
    silent.heard.said({ kind: 'ready' });
    expect(await outcomeOf(late.carrier.ask<'survey'>(survey, PATIENCE))).toMatchObject(ENDED);
    expect(await outcomeOf(silent.carrier.ask<'survey'>(survey, PATIENCE))).toMatchObject({ name: 'FolderSilent' });
  });

  it('that says it was stopped did not fail', async () => {
    const { carrier, heard } = lineTo();
    const asked = outcomeOf(carrier.ask<'survey'>(survey, PATIENCE));
    heard.said({ kind: 'failed', name: 'CarrierStopped', code: 'carrier-stopped' });
    expect(await asked).toMatchObject({ name: 'CarrierStopped' });
  });

  it('is believed what the act that was asked answers, and nothing else', async () => {
    const answer = { backups: [], laterChanges: { ok: true, value: null } };
    for (const value of [null, 'path', {}, { ...answer, backups: [{ path: 1 }] }, { ...answer, laterChanges: null }]) {
      const { carrier, heard } = lineTo();
      const asked = outcomeOf(carrier.ask<'survey'>(survey, PATIENCE));
      heard.said({ kind: 'answer', value });
      expect(await asked).toBeInstanceOf(TypeError);
    }
    const { carrier, heard } = lineTo();
    const asked = outcomeOf(carrier.ask<'survey'>(survey, PATIENCE));
    heard.said({ kind: 'answer', value: answer });
    expect(await asked).toEqual(answer);
  });
});
