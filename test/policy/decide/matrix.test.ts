import { describe, expect, test } from 'vitest';
import { ACTS, GROUNDS, SUBJECT_ROLES } from '../../../policy/decision.ts';
import { explain, factsOf, opens } from '../../../policy/decide/explain.ts';
import { PACK, outcome, request, without } from './case.ts';

const ARREST = { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00', offense: 'abdw' };

describe('the matrix', () => {
  const EXPECTED = {
    'ask-status': '2a 2b 2c 2d 2e',
    'query-immigration-database': '2a 2b 2c 2d 2e',
    'record-status': '2a 2b 2c 2d 2e',
    'request-travel-document': '2a 2b 2c 2d 2e 1c',
    'notify-ice': '2a 2b 2c 2d 2e X2',
    'participate-investigation': '2a 2b 2c 2d 2e',
    'assist-operation': 'X1 3b-i 3b-ii',
    'reply-request': 'X1 LC',
    detain: '3c',
  } as const;

  test.each(ACTS)('lets exactly these grounds open %s', (act) => {
    expect(GROUNDS.filter((ground) => opens(ground, PACK).includes(act)).join(' ')).toBe(EXPECTED[act]);
  });

  test('refuses every closed cell with the ground alone, whatever the facts', () => {
    for (const act of ACTS) {
      for (const ground of GROUNDS.filter((one) => !opens(one, PACK).includes(act))) {
        expect(outcome(request({ act, ground, facts: ARREST }))).toBe(`refuse ${ground} contradicted ground`);
        expect(outcome(without(request({ act, ground }), 'subject'))).toBe(`refuse ${ground} contradicted ground`);
      }
    }
  });

  test('opens for these roles and no other', () => {
    const rows = PACK.matrix.map(({ ground, subjects }) => `${ground} ${subjects.join(' ')}`);
    const both = 'arrestee suspect';
    expect(rows).toEqual([
      '2a arrestee',
      '2b arrestee',
      `2c ${both}`,
      `2d ${both}`,
      `2e ${both}`,
      `X1 ${both}`,
      `X2 ${both}`,
      `1c ${both}`,
      `3b-i ${both}`,
      `3b-ii ${both}`,
      `3c ${both}`,
      `LC ${SUBJECT_ROLES.join(' ')}`,
    ]);
    expect(PACK.matrix.filter((row) => row.subjectMayBeUnknown).map(({ ground }) => ground)).toEqual(['3b-i', 'LC']);
  });
});

describe('explanations', () => {
  test('name every ground that opens the act with its facts, questions and conditions', () => {
    expect(explain('notify-ice', PACK).map(({ ground }) => ground)).toEqual(['2a', '2b', '2c', '2d', '2e', 'X2']);
    expect(factsOf('2a', PACK).map(({ fact }) => fact)).toEqual([
      'arrestingAgency',
      'arrestedAt',
      'offense',
      'targetOffense',
      'elementOfForce',
      'people.cosigner',
    ]);
    expect(factsOf('2a', PACK)[4]).toMatchObject({
      type: 'text',
      label: 'The element of force',
      when: { fact: 'offense' },
      optional: false,
    });
    expect(factsOf('2c', PACK).map(({ alternative }) => alternative?.id ?? '-')).toEqual([
      '-',
      '-',
      'arrest',
      'arrest',
      'arrest',
      'suspicion',
      'suspicion',
    ]);
  });

  test('find nothing for a ground outside the pack', () => {
    const small = { ...PACK, matrix: [], grounds: [] };
    expect([opens('2a', small), factsOf('2a', small), explain('detain', small)]).toEqual([[], [], []]);
  });
});
