import { describe, expect, test } from 'vitest';
import { TEXT_FACTS } from '../../../policy/decide/fact-names.ts';
import { TEST_KINDS } from '../../../policy/decide/condition-tests.ts';
import { ACTS, GROUNDS } from '../../../policy/decision.ts';
import { OFFENSES } from '../../../policy/offenses/catalogue.ts';
import { loadPack } from '../../../policy/packs/load-pack.ts';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };
import { screen } from '../../../policy/screen/screen.ts';
import { outcome, PACK, request } from '../decide/case.ts';

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
