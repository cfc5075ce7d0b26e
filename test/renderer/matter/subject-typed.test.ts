import { describe, expect, it } from 'vitest';
import { readSubject } from '../../../renderer/matter/subject-typed.ts';

const NOW = new Date('2026-03-10T05:00:00Z');
const NOBODY = { role: '', lastName: '', firstName: '', dob: '' } as const;

describe('whom a matter is about, as typed', () => {
  it('is read as it may be sent, and nobody where nothing stands there', () => {
    expect(readSubject(NOBODY, NOW)).toEqual({ subject: {}, left: [], refusals: [] });
    const typed = { role: 'suspect', lastName: ' Testperson ', firstName: 'Alex', dob: '7/19/94' } as const;
    expect(readSubject(typed, NOW)).toEqual({
      subject: { role: 'suspect', lastName: 'Testperson', firstName: 'Alex', dob: '1994-07-19' },
      left: [],
      refusals: [],
    });
  });

  it('leaves out a name that the screen stops, and says that of the name and not of the day of birth', () => {
    const typed = { role: 'suspect', lastName: 'Undocumented', firstName: 'Alex', dob: '7/19/94' } as const;
    const { subject, left, refusals } = readSubject(typed, NOW);
    expect(subject).toEqual({ role: 'suspect', firstName: 'Alex', dob: '1994-07-19' });
    expect(left).toEqual(['lastName']);
    expect(refusals).toMatchObject([{ code: 'status-in-text', field: 'subject.lastName' }]);
    expect(JSON.stringify(subject)).not.toMatch(/undocumented/i);
    expect(readSubject({ ...NOBODY, firstName: 'Undocumented' }, NOW).left).toEqual(['firstName']);
  });

  it('says a day that is none of the day', () => {
    const { subject, left, refusals } = readSubject({ ...NOBODY, lastName: 'Testperson', dob: 'some day' }, NOW);
    expect(subject).toEqual({ lastName: 'Testperson' });
    expect(left).toEqual(['dob']);
    expect(refusals).toEqual([{ code: 'wrong-value', field: 'subject.dob' }]);
  });
});
