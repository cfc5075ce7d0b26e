import { describe, expect, it } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';

/** The agency of before 2003, by its initials. */
describe('INS as an agency', () => {
  it.each([
    ...['INS was called', 'Called INS at 0210.', 'Notified INS by phone', 'Turned over to INS', 'wanted by INS'],
    ...['spoke with INS', 'per INS', 'INS notified', 'INS responded', 'INS advised to keep him', 'INS picked him up'],
    ...['transferred to INS', 'Contacted INS in Boston.', 'fax from INS', 'INS took custody', 'INS lodged a paper'],
    ...['INS WAS NOTIFIED AT 0300 HRS', 'U.S. INS', 'told INS', 'INS wants him'],
  ])('blocks: %s', (text) => {
    for (const field of ['narrative', 'remarks', 'reason'] as const) {
      expect([field, screen(text, field).blocked]).toEqual([field, true]);
    }
  });

  it.each([
    ...['his ins. was called', 'ins called back', 'called ins about the car', 'notified ins.', 'per ins.'],
    ...['INS EXPIRED', 'NO INS CARD', 'CALLED INS CO', 'Notified INS CO of the loss', 'INS Co advised', 'ABC INS CO'],
    ...['Ms. Ins was notified', 'MS. INS WAS CALLED', 'Ms INS responded', 'Called Mrs. INS', 'Officer INS responded'],
    ...['VEH HAS NO INS', 'REG AND INS EXPIRED', 'PROOF OF INS', 'contacted INS carrier', 'INS POLICY REVOKED'],
    ...['told INS adjuster', 'CAR INS NOTIFIED', 'from INS company', 'ins and outs', 'State Farm INS advised'],
    ...['check INS OUTS', 'INS', 'VALID INS', 'INS CARD FROM GLOVE BOX'],
  ])('passes: %s', (text) => {
    expect(screen(text, 'narrative').findings).toEqual([]);
  });

  it.each(['name', 'alias', 'address'] as const)('is no agency as a %s', (field) => {
    expect(screen('CALLED INS', field).blocked).toBe(false);
  });
});
