import { describe, expect, it } from 'vitest';
import { createFaultLog } from '../../electron/shell/fault-log.ts';
import { faultOf, faultReply } from '../../electron/station/fault.ts';

const moment = { incident: '5d103c8f', now: new Date('2026-03-08T06:00:00Z'), place: 'booking.save' };
const PLANTED = 'Jo Sampleton, pink umbrella';

describe('what is told of a fault', () => {
  it('names the kind and the place, never the text', () => {
    const thrown = Object.assign(new TypeError(PLANTED), { code: 'SQLITE_FULL' });
    expect(faultOf(thrown, moment)).toEqual({
      incident: '5d103c8f',
      at: '2026-03-08T06:00:00.000Z',
      kind: 'TypeError SQLITE_FULL',
      where: ['booking.save'],
    });
  });

  it.each([
    ['a thrown text', PLANTED],
    ['a name that is a sentence', Object.assign(new Error(PLANTED), { name: PLANTED })],
    ['a code that is a sentence', Object.assign(new Error(PLANTED), { code: PLANTED })],
    ['a cause', new Error('x', { cause: PLANTED })],
  ])('drops %s', (_what, thrown) => {
    expect(JSON.stringify(faultOf(thrown, moment))).not.toContain('umbrella');
  });

  it('prints one line with the number that the caller learns', () => {
    const lines: string[] = [];
    const log = createFaultLog({
      print: (line) => lines.push(line),
      newId: () => '0f8c1b5e-0000-4000-8000-000000000000',
      now: () => moment.now,
    });
    const incident = log.report(new Error(PLANTED), 'ipc');
    expect(lines).toEqual(['{"incident":"0f8c1b5e","at":"2026-03-08T06:00:00.000Z","kind":"Error","where":["ipc"]}']);
    expect(faultReply(incident)).toEqual({
      ok: false,
      refusals: [{ code: 'fault', params: { incident: '0f8c1b5e' } }],
    });
  });
});
