import { describe, expect, it } from 'vitest';
import { cutTelling, withoutTelling } from '../../../policy/gate/cut.ts';
import { NOTHING_TAUGHT } from '../../../policy/screen/taught.ts';

describe('a text without what tells status', () => {
  it.each([
    ['Calm all night. He is undocumented. Needs insulin at 0600.', 'Calm all night. Needs insulin at 0600.'],
    ['Needs insulin at 0600.\nHe is undocumented.\nPen in locker 4.', 'Needs insulin at 0600.\nPen in locker 4.'],
    ['He is undocumented. She overstayed her visa.', ''],
    [
      'Allergic to penicillin; he is undocumented and told the nurse.\n\n  Asked at 0300.',
      'Allergic to penicillin; \n\n  Asked at 0300.',
    ],
    ['Penicillin: rash.', 'Penicillin: rash.'],
  ])('keeps every other sentence: %j', (text, left) => {
    expect(withoutTelling(text, 'medical', NOTHING_TAUGHT)).toBe(left);
  });

  it.each([
    [
      'Needs insulin at 0600.\nICE called twice and then\nplaced a detainer on him at noon.\nSlept.',
      'Needs insulin at 0600.\nSlept.',
    ],
    [
      'Slept well.\nThe nurse was told by\nhis undocumented cousin\nto call back.\nInsulin at 0600.',
      'Slept well.\nInsulin at 0600.',
    ],
    ['Calm all night\nHe is undocumented\nNeeds insulin', 'Calm all night\nNeeds insulin'],
  ])('leaves nothing of a sentence that is broken over lines: %j', (text, left) => {
    expect(withoutTelling(text, 'medical', NOTHING_TAUGHT)).toBe(left);
  });

  it.each([
    [
      'insulin 0600 daily\nallergic to penicillin\nhe is undocumented\nasthma, has inhaler\nseizures in 2019',
      'insulin 0600 daily\nallergic to penicillin\nasthma, has inhaler\nseizures in 2019',
    ],
    ['Allergic to penicillin\nundocumented\ndiabetic', 'Allergic to penicillin\ndiabetic'],
    ['Needs insulin,\nHe is undocumented,\nSlept well', 'Needs insulin,\nSlept well'],
    ['insulin at 6 am\nhe is undocumented\nhepatitis B', 'insulin at 6 am\nhepatitis B'],
    ['hepatitis A\nhe is undocumented\ndrops OS', 'hepatitis A\ndrops OS'],
    ['- asthma\n- undocumented\n- insulin', '- asthma\n- insulin'],
    ['a) asthma, has an inhaler in his property bag\nb) undocumented', 'a) asthma, has an inhaler in his property bag'],
    ['1) insulin;\n2) undocumented;\n3) asthma', '1) insulin;\n3) asthma'],
  ])('keeps every other line of a list: %j', (text, left) => {
    expect(withoutTelling(text, 'medical', NOTHING_TAUGHT)).toBe(left);
  });

  it.each([
    [
      'Takes metformin 500 mg. pt is undocumented. allergic to penicillin.',
      'Takes metformin 500 mg. allergic to penicillin.',
    ],
    [
      'Needs insulin at 0600. Nurse told (pt is undocumented.) Allergic to penicillin.',
      'Needs insulin at 0600. Allergic to penicillin.',
    ],
    ['He is undocumented… Needs insulin.', 'Needs insulin.'],
    ['He is undocumented... Needs insulin.', 'Needs insulin.'],
    ['he is undocumented...\nneeds insulin', 'needs insulin'],
    ['Calm. "He is undocumented." Needs insulin.', 'Calm. Needs insulin.'],
  ])('keeps what a mark parts from it: %j', (text, left) => {
    expect(withoutTelling(text, 'medical', NOTHING_TAUGHT)).toBe(left);
  });

  it.each([
    [
      'Slept. He was brought in at noon and told the nurse\nthat he is undocumented and\nhas a detainer on him.\nInsulin.',
      'Slept. \nInsulin.',
    ],
    ['Slept.\nSeen with Ofc.\nSample, who is undocumented.\nInsulin.', 'Slept.\nInsulin.'],
    ['Slept.\nThe nurse wrote that he is:\nundocumented.\nInsulin.', 'Slept.\nInsulin.'],
    ['Slept.\nHe is undocu-\nmented and was told so.\nInsulin.', 'Slept.\nInsulin.'],
  ])('goes on behind a full line and an open word: %j', (text, left) => {
    expect(withoutTelling(text, 'medical', NOTHING_TAUGHT)).toBe(left);
  });

  it('keeps a short sentence beside it', () => {
    expect(withoutTelling('Insulin. He is undocumented. Calm.', 'medical', NOTHING_TAUGHT)).toBe('Insulin. Calm.');
  });

  it('keeps every other entry, and nothing of a name that tells', () => {
    const fields = {
      property_items: ['keys', 'Mexican passport', 'belt', 'removal', 'order', 'phone'],
      aliases: ['illegal alien'],
      medical_notes: 'Insulin at 0600. He is undocumented.',
      last_name: 'Testperson',
      age: 31,
    };
    expect(cutTelling(fields, NOTHING_TAUGHT)).toEqual({
      ...{ property_items: ['keys', 'belt', 'phone'], medical_notes: 'Insulin at 0600.' },
      ...{ last_name: 'Testperson', age: 31 },
    });
  });
});
