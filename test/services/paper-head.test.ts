// Heads on paper: what was printed once is held against the log of today.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newTestStation, type TestStation } from '../support/station.ts';

let desk: TestStation;
beforeEach(async () => {
  desk = await newTestStation();
});
afterEach(() => desk.remove());

describe('a head for paper', () => {
  it('is found in the log of today, with what came since, however it was pasted', async () => {
    const head = await desk.done('log.sign', { cause: 'shift' });
    await desk.addPerson('auditor', 'auditor');
    for (const note of [head.note, head.note.replaceAll('\n', '\r\n'), `  ${head.note.trimEnd()}`]) {
      const found = await desk.done('log.compare', { note });
      expect(found).toMatchObject({ size: head.size, root: head.root, at: head.at });
      expect(found.since).toBeGreaterThan(0);
    }
  });

  it('is refused with what is wrong with it', async () => {
    const { note, size } = await desk.done('log.sign', { cause: 'report' });
    const other = await newTestStation();
    const foreign = (await other.done('log.sign', { cause: 'report' })).note;
    await other.remove();
    const refusals = [];
    for (const wrong of [
      'size 4, root abc',
      note.split('\n').slice(0, 4).join('\n'),
      note.replace(`\n${String(size)}\n`, `\n${String(size - 1)}\n`),
      foreign,
    ]) {
      const reply = await desk.call('log.compare', { note: wrong });
      refusals.push(reply.ok ? 'contained' : reply.refusals[0]?.params?.['why']);
    }
    expect(refusals).toEqual(['unreadable', 'unreadable', 'forged', 'forged']);
  });

  it('binds a report: what is entered later is not counted under it', async () => {
    const day = { from: '2026-01-01', to: '2026-12-31' };
    const { note, size, root } = await desk.done('log.sign', { cause: 'report' });
    const requests = async (head?: string): Promise<number | undefined> => {
      const report = await desk.done('report.get', head === undefined ? day : { ...day, head });
      expect(report.head).toEqual(head === undefined ? null : { size, root });
      return report.figures.find(({ id }) => id === 'requests')?.count;
    };
    const before = await requests();
    await desk.done('matter.open', {
      kind: 'request',
      subject: {},
      event: {
        kind: 'received',
        at: '2026-03-02T10:00:00-05:00',
        detail: { channel: 'phone', agency: 'ERO', asked: 'Who is held tonight.' },
      },
    });
    expect([before, await requests(), await requests(note)]).toEqual([0, 1, 0]);
  });
});
