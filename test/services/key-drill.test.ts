import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { stepsOf, TOWN_STEPS, type KeyStep } from '../../contract/key-steps.ts';
import { KEY_CHANGES, type KeyChange } from '../../contract/keys.ts';
import { lookInside } from '../support/look-inside.ts';
import { HOUR, movedClock } from '../support/moved-clock.ts';
import { newTestStation, type NewTestStation } from '../support/station.ts';

const all = (why: KeyChange, not?: KeyStep): CallInput<'key.walk'>['steps'] =>
  stepsOf(why)
    .filter((step) => !TOWN_STEPS.includes(step))
    .map((step) => ({ step, done: step !== not }));

describe('a drill of a change of the key', () => {
  const clock = movedClock();
  let desk: NewTestStation;
  /** The entry of the drill in which the root opened, by kind. */
  const entries = new Map<KeyChange, number>();
  beforeAll(async () => {
    desk = await newTestStation({ clock });
  });
  afterAll(() => desk.remove());

  const drill = (why: KeyChange): CallInput<'key.drill'> => {
    const { recoveryFolder, recoveryKey } = desk;
    return { recoveryFolder, recoveryKey, why };
  };
  const last = async (why: KeyChange): Promise<readonly [practised: boolean, passed: boolean]> => {
    const found = (await desk.done('key.list', {})).drills.find((one) => one.why === why);
    return [found?.at !== null, found?.passed === true];
  };
  const filesOf = (folder: string): readonly string[] =>
    readdirSync(folder).map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    );

  it.each(KEY_CHANGES)('opens the root and changes nothing in force: %s', async (why) => {
    const before = await desk.done('key.list', {});
    const stick = filesOf(desk.recoveryFolder);
    const key = readFileSync(join(desk.folder, 'signing-key.json'), 'utf8');
    const { begun } = await desk.done('key.drill', drill(why));
    entries.set(why, begun);
    await desk.done('key.walk', { why, drill: true, begun, steps: all(why) });
    expect(await last(why)).toEqual([true, true]);
    const after = await desk.done('key.list', {});
    expect([after.keys, after.root, after.overlapUntil]).toEqual([before.keys, before.root, before.overlapUntil]);
    expect(filesOf(desk.recoveryFolder)).toEqual(stick);
    expect(readFileSync(join(desk.folder, 'signing-key.json'), 'utf8')).toBe(key);
  });

  it('is not passed with a step undone, nor where the root does not open, and says so in the log', async () => {
    const { begun } = await desk.done('key.drill', drill('lost'));
    const undone = { why: 'lost', drill: true, begun, steps: all('lost', 'backup-made') } as const;
    await desk.done('key.walk', { ...undone, remark: 'The stick for backups was not found.' });
    expect(await last('lost')).toEqual([true, false]);
    expect((await desk.call('key.drill', { ...drill('term'), recoveryKey: 'ABCD' })).ok).toBe(false);
    await desk.done('key.walk', { why: 'term', drill: true, begun: null, steps: all('term') });
    expect(await last('term')).toEqual([true, false]);
    const inside = await lookInside(desk.folder);
    const texts = inside.texts();
    inside.close();
    expect(texts).toContain('"type":"key.drilled"');
    expect(texts).toContain('"backup-made":"not done"');
    expect(texts).not.toContain(desk.recoveryKey);
  });

  it('is not told of another kind, without its steps, of an entry that is none, or with status in its remark', async () => {
    const { begun } = await desk.done('key.drill', drill('lost'));
    const good = { why: 'lost', drill: true, begun, steps: all('lost') } as const;
    const tries: readonly CallInput<'key.walk'>[] = [
      { ...good, why: 'term', steps: all('term') },
      { ...good, drill: false },
      { ...good, begun: 0 },
      { ...good, drill: false, begun: null },
      { ...good, steps: [] },
      { ...good, steps: [...all('lost'), ...all('lost')] },
      { ...good, steps: all('term') },
      { ...good, remark: 'He is an undocumented immigrant.' },
    ];
    const taken: boolean[] = [];
    for (const one of tries) taken.push((await desk.call('key.walk', one)).ok);
    expect(taken).toEqual(tries.map(() => false));
  });

  it('is told once: what was begun for one walk serves no other', async () => {
    const begun = entries.get('term') ?? -1;
    expect(await desk.call('key.walk', { why: 'term', drill: true, begun, steps: all('term') })).toMatchObject({
      refusals: [{ code: 'wrong-value', field: 'begun', params: { why: 'walked-already' } }],
    });
    expect(await last('term')).toEqual([true, false]);
  });

  it('is told once by two windows at once too: the second is told that it is on record', async () => {
    const { begun } = await desk.done('key.drill', drill('lost'));
    const walk = { why: 'lost', drill: true, begun, steps: all('lost', 'backup-made') } as const;
    const [first, second] = await Promise.all([desk.call('key.walk', walk), desk.call('key.walk', walk)]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ refusals: [{ code: 'wrong-value', params: { why: 'walked-already' } }] });
  });

  it('leads through a change in earnest in the same way, and is no drill then', async () => {
    const { entry } = await desk.done('key.change', { ...drill('compromised'), reason: 'The machine was stolen.' });
    const before = await last('compromised');
    // With the steps of a station whose key a town's authority certified.
    const steps = stepsOf('compromised').map((step) => ({ step, done: true }));
    await desk.done('key.walk', { why: 'compromised', drill: false, begun: entry, steps });
    expect(await last('compromised')).toEqual(before);
    const { checks } = await desk.done('system.check', {});
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is due again after a year, of each kind, until every step of it is done; the desk of the chief says so', async () => {
    const due = async (): Promise<readonly KeyChange[]> =>
      (await desk.done('key.list', {})).drills.filter((one) => one.due).map(({ why }) => why);
    const waits = async (): Promise<string | undefined> =>
      (await desk.done('desk.get', {})).reviews.find(({ kind }) => kind === 'drill')?.since;
    const practised = async (why: KeyChange, not?: KeyStep): Promise<void> => {
      const { begun } = await desk.done('key.drill', drill(why));
      await desk.done('key.walk', { why, drill: true, begun, steps: all(why, not) });
    };
    const YEAR = 365 * 24 * HOUR;
    const lost = (await desk.done('key.list', {})).drills.find(({ why }) => why === 'lost')?.since;
    clock.by = YEAR - HOUR;
    expect([await due(), await waits()]).toEqual([[], undefined]);
    await practised('term');
    clock.by = YEAR + HOUR;
    expect([await due(), await waits()]).toEqual([['lost', 'compromised'], lost]);
    await practised('lost');
    await practised('compromised', 'put-back');
    expect(await due()).toEqual(['compromised']);
    await practised('compromised');
    expect([await due(), await waits()]).toEqual([[], undefined]);
  });
});
