import { describe, expect, test } from 'vitest';
import { TEXT_FACTS } from '../../../policy/decide/fact-names.ts';
import { TEST_KINDS } from '../../../policy/decide/condition-tests.ts';
import { ACTS, GROUNDS } from '../../../policy/decision.ts';
import { OFFENSES } from '../../../policy/offenses/catalogue.ts';
import { loadPack } from '../../../policy/packs/load-pack.ts';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };
import { screen } from '../../../policy/screen/screen.ts';
import { outcome, PACK, request } from '../decide/case.ts';

/** The shipped pack with one place changed; `undefined` takes the key away. */
function spoiled(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(westborough);
  const keys = path.split('.');
  let at = copy;
  for (const key of keys.slice(0, -1)) at = isIndexed(at) ? at[key] : undefined;
  const last = keys.at(-1) ?? '';
  if (!isIndexed(at)) throw new Error(`the pack has no ${path}`);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}

function isIndexed(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function problemsOf(json: unknown): readonly string[] {
  const loaded = loadPack(json);
  return loaded.ok ? [] : loaded.problems;
}

describe('the pack as shipped', () => {
  test('loads, and is the very JSON of its file', () => {
    const loaded = loadPack(westborough);
    expect(loaded).toEqual({ ok: true, pack: westborough });
    expect(PACK).toBe(westborough);
  });

  test('has a rule and a row for every ground, an entry for every act', () => {
    expect(PACK.grounds.map(({ ground }) => ground)).toEqual(GROUNDS);
    expect(PACK.matrix.map(({ ground }) => ground)).toEqual(GROUNDS);
    expect(PACK.acts.map(({ act }) => act)).toEqual(ACTS);
  });

  test('uses every fact it asks about, and every kind of test there is', () => {
    const conditions = PACK.grounds.flatMap(({ needs, anyOf }) => [...needs, ...anyOf.flatMap((one) => one.needs)]);
    const used = new Set<string>(conditions.map(({ fact }) => fact));
    const always = ['subject.role', 'subject.age', 'people.decider'];
    expect(PACK.facts.map(({ fact }) => fact).filter((fact) => !used.has(fact) && !always.includes(fact))).toEqual([]);
    expect(TEST_KINDS.filter((kind) => !conditions.some(({ test: one }) => one === kind))).toEqual([]);
  });

  test('names only offenses of the catalogue', () => {
    const ids = PACK.grounds.flatMap(({ offenses }) => offenses?.byTarget ?? []);
    expect(ids.filter((id) => !OFFENSES.some((offense) => offense.id === id))).toEqual([]);
    expect(ids).toHaveLength(3);
  });

  test('gives examples that its own rules would take', () => {
    for (const { fact, example } of PACK.facts.filter((entry) => TEXT_FACTS.some((text) => text === entry.fact))) {
      expect([fact, example.length >= 10, screen(example, 'reason').blocked]).toEqual([fact, true, false]);
    }
  });

  test('says how sure one has to be: by reasonable belief to ask, by the ground itself to notify', () => {
    const sure = new Map<string, string | undefined>(PACK.acts.map(({ act, threshold }) => [act, threshold]));
    expect(sure.get('ask-status')).toMatch(/^Reasonable belief/);
    expect(sure.get('notify-ice')).toMatch(/ground itself/);
    const silent = PACK.grounds.filter(({ ground, threshold }) => /^2|X2|3c/.test(ground) && threshold === undefined);
    expect(silent).toEqual([]);
  });

  test('offers no detainer and no civil warrant as the basis of a detention, and refuses each all the same', () => {
    const offered = PACK.facts.find(({ fact }) => fact === 'basis')?.options?.map(({ value }) => value);
    expect(offered).toEqual(['criminal-activity', 'wms-warrant']);
    const detain = { act: 'detain', ground: '3c', subject: { role: 'arrestee', age: 31 } };
    for (const basis of ['detainer', 'civil-warrant', 'for-ice']) {
      expect(outcome(request({ ...detain, facts: { basis } }))).toBe('refuse 3c contradicted basis');
    }
  });

  test('settles each question that the text leaves open', () => {
    const open = ['subsection-b', 'routine-or-any', 'permission-or-duty', 'formally', 'serious', 'forthwith'];
    const more = [
      'violent-felony-or-sex-offense',
      'not-limited-to',
      'subversive',
      'conviction',
      'minors',
      'other-agencies',
    ];
    const last = ['should', 'pep', 'consular-notice', 'fingerprint-card', 'retention', 'officers-and-employees'];
    const settled = PACK.interpretation.map(({ id }) => id);
    expect([...open, ...more, ...last, 'legal-compulsion'].filter((id) => !settled.includes(id))).toEqual([]);
  });

  test('dates every reading and says whose it is', () => {
    expect(PACK.interpretation.every(({ date, by }) => date === '2026-11-24' && by.includes('not yet decided'))).toBe(
      true,
    );
    expect(PACK.interpretation.length).toBeGreaterThanOrEqual(15);
  });
});

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
    expect(problemsOf(json)).toEqual(['must be an object']),
  );
});
