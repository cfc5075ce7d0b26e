import { describe, expect, it } from 'vitest';
import { subjectBack } from '../../../renderer/ground/told-keeper.svelte.ts';

const KIM = { role: 'suspect', lastName: 'Placeholder', firstName: 'Kim' } as const;

describe('whom a page is about once what was kept is back', () => {
  it('is whoever was named when it was kept', () => {
    expect(subjectBack({}, KIM)).toEqual(KIM);
    expect(subjectBack(KIM, { role: 'arrestee' })).toEqual(KIM);
    expect(subjectBack({ lastName: 'Placeholder', firstName: 'Kim' }, { ...KIM, dob: '1990-04-01' })).toEqual({
      ...KIM,
      dob: '1990-04-01',
    });
  });

  it('is nobody else: the facts of one person never stand on the page of another', () => {
    expect(subjectBack({ lastName: 'Sampleton' }, KIM)).toBeNull();
    expect(subjectBack({ lastName: 'Placeholder', firstName: 'Jo' }, KIM)).toBeNull();
  });
});
