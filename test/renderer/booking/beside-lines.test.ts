import { describe, expect, it } from 'vitest';
import type { Beside, Moment } from '../../../contract/beside.ts';
import { besideRows, momentWord } from '../../../renderer/booking/beside-lines.ts';

const matter = (event: string, at: string, agency: string | null = null): Moment => ({
  ...{ of: 'matter', matterId: 'm-1', number: 'M-2026-00001', kind: 'request' },
  ...{ event, at, agency },
});
const CAME: Moment = {
  ...{ of: 'contact', notificationId: 'n-1', number: 'N-2026-00001', at: '2026-11-20T03:00:00-05:00' },
  ...{ direction: 'in', channel: 'in-person', outcome: 'declined', agency: 'ERO Boston' },
};
const CALLED: Moment = { ...CAME, direction: 'out', channel: 'phone', outcome: 'notified' };

describe('what happened beside a booking', () => {
  it('is told in one line, with whom and what came of it', () => {
    expect(momentWord(CAME)).toBe('ERO Boston came here: declined');
    expect(momentWord(CALLED)).toBe('We called ERO Boston: notified');
    expect(momentWord(matter('received', CAME.at, 'ERO Boston'))).toBe('Request received: ERO Boston');
    expect(momentWord(matter('closed', CAME.at))).toBe('Request closed');
  });

  it('is listed by when it began, whatever the offset of its time', () => {
    const moments = [matter('received', '2026-11-20T07:50:00Z', 'ERO Boston'), CAME, matter('closed', CAME.at)];
    const line = { matterId: 'm-1', number: 'M-2026-00001', kind: 'request', about: '' } as const;
    const closed = { openedAt: CAME.at, lastEvent: 'closed', closedAt: CAME.at };
    const beside: Beside = { matters: [{ ...line, ...closed }], moments };
    expect(besideRows(beside)).toMatchObject([
      { of: 'matter', number: 'M-2026-00001', what: 'Request received: ERO Boston', last: 'Closed' },
      { of: 'contact', number: 'N-2026-00001', what: 'ERO Boston came here', last: 'declined' },
    ]);
    expect(besideRows({ ...beside, moments: moments.slice(0, 1) })[0]?.last).toBe('');
  });
});
