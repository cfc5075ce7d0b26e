import { describe, expect, test } from 'vitest';
import { readAdopted } from '../../../policy/packs/load-pack.ts';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };
import { problemsOf, spoiled } from './spoiled.ts';

describe('a pack with a fault is refused, and the place is named', () => {
  test.each([
    ['an unknown key', 'grounds.0.note', 'x', 'grounds.0.note: is not a known key'],
    ['an unknown key at the top', 'override', true, 'override: is not a known key'],
    ['an unknown fact', 'grounds.0.needs.0.fact', 'citizenship', 'grounds.0.needs.0.fact: must be one of'],
    ['a fact of another kind', 'grounds.0.needs.1.fact', 'offense', 'grounds.0.needs.1.fact: must be one of'],
    ['an unknown test', 'grounds.0.needs.0.test', 'likes', 'grounds.0.needs.0.test: is not a known test'],
    ['an unknown act', 'matrix.0.acts.0', 'deport', 'matrix.0.acts.0: must be one of'],
    ['an unknown role', 'matrix.0.subjects.0', 'driver', 'matrix.0.subjects.0: must be one of'],
    ['an unknown role of a person', 'people.decider.0', 'sheriff', 'people.decider.0: must be one of'],
    ['an unknown ground', 'grounds.0.ground', '2f', 'grounds.0.ground: must be one of'],
    ['no citation', 'grounds.0.cite', undefined, 'grounds.0.cite: is missing'],
    ['an empty citation', 'grounds.0.cite', ' ', 'grounds.0.cite: must be a text and not empty'],
    ['no condition', 'grounds.0.needs', [], 'grounds.0.needs: asks nothing for sure'],
    ['an empty alternative', 'grounds.2.anyOf.0.needs', [], 'grounds.2.anyOf.0.needs: must not be empty'],
    ['a value list that is empty', 'grounds.0.needs.0.values', [], 'grounds.0.needs.0.values: must not be empty'],
    [
      'a value the fact cannot have',
      'grounds.1.needs.5.values',
      ['convict'],
      'grounds.1.needs.5.values: names convict',
    ],
    ['a repeated ground', 'grounds.1.ground', '2a', 'grounds.1: repeats 2a'],
    ['a repeated fact', 'facts.1.fact', 'subject.role', 'facts.1: repeats subject.role'],
    ['a repeated reading', 'interpretation.1.id', 'subsection-b', 'interpretation.1: repeats subsection-b'],
    ['a repeated alternative', 'grounds.2.anyOf.1.id', 'arrest', 'grounds.2.anyOf.1: repeats arrest'],
    ['a row out of order', 'matrix.0.ground', '2c', 'matrix.1: is out of order'],
    ['days that run backwards', 'effectiveUntil', '2014-12-31', 'effectiveUntil: must lie after effectiveFrom'],
    ['a day that does not exist', 'effectiveFrom', '2015-02-30', 'effectiveFrom: must be a day'],
    ['an offense test without its reading', 'grounds.0.offenses', undefined, 'grounds.0.needs.2: needs offenses'],
    [
      'a condition on an offense without its reading',
      'grounds.0.offenses',
      undefined,
      'grounds.0.needs.4.when: needs offenses',
    ],
    [
      'a ground for a victim',
      'matrix.3.subjects',
      ['arrestee', 'victim'],
      'matrix.3.subjects: ask-status never opens for a victim',
    ],
    [
      'a ground for anybody',
      'matrix.3.subjectMayBeUnknown',
      true,
      'matrix.3.subjects: ask-status never opens for a victim',
    ],
    ['a deadline from nowhere', 'grounds.2.duties.0.by.from', 'noon', 'grounds.2.duties.0.by.from: must be one of'],
    [
      'a clock time that is none',
      'grounds.6.duties.0.by.nextWeekdayAt',
      '25:00',
      'grounds.6.duties.0.by.nextWeekdayAt: must be a clock time',
    ],
    ['lines that run backwards', 'grounds.0.pointer.lines', [9, 8], 'grounds.0.pointer.lines: must run forwards'],
    [
      'an act that repeats',
      'matrix.7.acts',
      ['request-travel-document', 'request-travel-document'],
      'matrix.7.acts.1: repeats',
    ],
    ['a role that repeats', 'people.chief', ['chief', 'chief'], 'people.chief.1: repeats chief'],
    ['an auditor who decides', 'people.decider.0', 'auditor', 'people.decider.0: auditor decides nothing'],
    [
      'a condition that repeats',
      'grounds.7.needs.1',
      westborough.grounds[7]?.needs[0],
      'grounds.7.needs.1: says the same as 0',
    ],
    [
      'a duty that repeats',
      'grounds.8.duties.2',
      westborough.grounds[8]?.duties[1],
      'grounds.8.duties.2: says the same as 1',
    ],
    [
      'an answer outside its list',
      'facts.15.options.0.value',
      'guilty',
      'facts.15.options.0.value: names guilty, which outcome',
    ],
    ['an answer twice', 'facts.15.options.1.value', 'convicted', 'facts.15.options.1: repeats convicted'],
    ['a list without its answers', 'facts.15.options', undefined, 'facts.15.options: is missing: outcome is chosen'],
    [
      'answers to what is told in words',
      'facts.16.options',
      [{ value: 'a', label: 'b' }],
      'facts.16.options: whyReliable is not',
    ],
    [
      'an offense nobody knows',
      'grounds.0.offenses.byTarget.0',
      'arson-of-hay',
      'grounds.0.offenses.byTarget.0: names arson-of-hay',
    ],
    ['an agency that is not ours', 'agency.code', 'EPD', 'grounds.0.needs.0.values: leaves out EPD'],
    [
      'a prong that is its own other',
      'grounds.4.needs.3.from',
      'veracity',
      'grounds.4.needs.3.from: veracity cannot differ',
    ],
    [
      'a prong beside none',
      'grounds.4.needs.3.from',
      'suspicion',
      'grounds.4.needs.3.from: suspicion is not asked for',
    ],
    [
      'a notice before its facts',
      'grounds.6.lifeFirst',
      true,
      'grounds.6.lifeFirst: opens notify-ice before anything is known',
    ],
    [
      'help that is slid into',
      'matrix.8.onlyByName',
      false,
      'grounds.8.lifeFirst: opens before anything is known, so its row',
    ],
    ['another format', 'format', 'policy-pack/2', 'format: must be one of policy-pack/1'],
    ['a number for a text', 'title', 7, 'title: must be a text'],
    ['a text for a list', 'grounds', 'all', 'grounds: must be a list'],
    ['a yes that is text', 'matrix.0.onlyByName', 'no', 'matrix.0.onlyByName: must be true or false'],
  ])('%s', (...[, path, value, expected]) => {
    expect(problemsOf(spoiled(path, value)).join('\n')).toContain(expected);
  });

  test('a ground without its row, and a row without its ground', () => {
    const { grounds, matrix } = westborough;
    expect(problemsOf({ ...westborough, matrix: matrix.slice(1) })).toEqual(['grounds.0: has no row in the matrix']);
    expect(problemsOf({ ...westborough, grounds: grounds.slice(1) })).toEqual(['matrix.0: has no rule for 2a']);
  });

  test('an act without its entry, a fact without its question', () => {
    const acts = westborough.acts.filter(({ act }) => act !== 'detain');
    expect(problemsOf({ ...westborough, acts })).toEqual(['matrix.10.acts: opens detain, which has no entry in acts']);
    const facts = westborough.facts.filter(({ fact }) => fact !== 'affiant' && fact !== 'subject.age');
    expect(problemsOf({ ...westborough, facts })).toEqual([
      'facts: subject.age has no entry in facts',
      'grounds.4.needs.4: affiant has no entry in facts',
    ]);
  });

  test.each([null, 7, 'pack', [], [westborough]])('%j', (json) =>
    expect(problemsOf(json)).toEqual(['the pack must be an object']),
  );
});

describe('a pack that was adopted', () => {
  test('is read by its form: what was taken in its day still judges, though it would not be taken today', () => {
    const older = spoiled('people.chief', ['chief', 'chief']);
    expect([problemsOf(older).length, readAdopted(older)]).toEqual([1, older]);
    expect(readAdopted(spoiled('grounds.0.cite', undefined))).toBeNull();
  });
});
