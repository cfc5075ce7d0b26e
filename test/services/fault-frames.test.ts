import { describe, expect, it } from 'vitest';
import { framesOf } from '../../services/fault-frames.ts';

const HERE = /fault-frames\.test\.ts:\d+:\d+/;

function failAt(message: string): Error {
  return new Error(message);
}

describe('the places of a fault', () => {
  it('are its frames with file, line and column', () => {
    const frames = framesOf(failAt('no such row'));
    expect(frames.length).toBeGreaterThan(1);
    expect(frames[0]).toMatch(/^at failAt \(/);
    expect(frames[0]).toMatch(HERE);
    expect(frames.join()).not.toContain('no such row');
  });

  it('hold no line of what somebody typed, indented or shaped as it may be', () => {
    const typed = [
      'CHECK failed:',
      '  at the border he told us',
      '    at his sister (/home/lane.ts:3:7)',
      '  at 12:40:10',
      '    at night (file:///srv/a.ts:1:2)',
    ];
    for (const last of typed) {
      const told = [...typed, last].join('\n');
      const frames = framesOf(failAt(told));
      expect(frames[0]).toMatch(/^at failAt \(/);
      expect(frames.join('\n')).not.toMatch(/border|sister|12:40:10|night/);
    }
  });

  it('hold none where the message was changed after the stack was made, or holds what it was made from', () => {
    const changed = failAt('line one\n  at the border he told us\nline three');
    expect(changed.stack).toContain('border');
    changed.message = 'other';
    expect(framesOf(changed).join('\n')).not.toMatch(/border/);
    expect(framesOf(changed)[0]).toMatch(HERE);
    const twice = failAt('x');
    twice.message = `x\n${twice.stack ?? ''}\n    at night (file:///srv/a.ts:1:2)`;
    expect(framesOf(twice).join('\n')).not.toMatch(/night/);
  });

  it('are known for a call that awaits, for one without a name and for none at all', () => {
    const fault = failAt('x');
    fault.stack = [
      'Error: x',
      '    at async Writer.append [as run] (file:///app/services/desk.js:12:5)',
      '    at new Store (C:\\Program Files\\Sallyport\\db.js:1:20)',
      '    at node:internal/process/task_queues:105:5',
      '    at file:///app/station.js:4:1',
      '    at /app/station.js:5:1',
      '    at async Promise.all (index 0)',
    ].join('\n');
    expect(framesOf(fault)).toEqual([
      'at async Writer.append [as run] (file:///app/services/desk.js:12:5)',
      'at new Store (C:\\Program Files\\Sallyport\\db.js:1:20)',
      'at node:internal/process/task_queues:105:5',
      'at file:///app/station.js:4:1',
      'at /app/station.js:5:1',
    ]);
    delete fault.stack;
    expect(framesOf(fault)).toEqual([]);
  });
});
