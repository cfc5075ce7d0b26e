import { describe, expect, it } from 'vitest';
import { BLANK_FORM_CLAUSES } from '../../../policy/blank-forms.ts';
import { PACK as pack } from '../../policy/decide/case.ts';
import { factsOf } from '../../../policy/decide/explain.ts';
import { GROUNDS } from '../../../policy/decision.ts';
import { blankActs, blankGroups, blankTitle, callsTaskForce } from '../../../renderer/blank/blank-lines.ts';

const labels = (clause: (typeof BLANK_FORM_CLAUSES)[number]): string =>
  blankGroups(clause, pack)
    .flatMap(({ lines }) => lines.map(({ label }) => label))
    .join('\n');

describe('a form on paper', () => {
  it.each(GROUNDS)('of %s asks for every fact that the policy needs', (ground) => {
    const asked = factsOf(ground, pack).filter(({ fact }) => !/^(?:people|subject)[.]/.test(fact));
    expect(asked.length).toBeGreaterThan(0);
    for (const { label } of asked) expect(labels(ground)).toContain(label);
  });

  it('of a request asks what came, whether it is civil, what was decided and what the person got', () => {
    expect(blankGroups('request', pack)).toHaveLength(4);
    expect(labels('request')).toMatch(/Agency[^]*Court[^]*Decision[^]*Language/);
    expect(blankActs('request', pack)).toEqual([]);
  });

  it('is called as the policy prints it', () => {
    expect(BLANK_FORM_CLAUSES.map((clause) => blankTitle(clause, pack).split(' ')[0])).toEqual([
      ...['2(a)', '2(b)', '2(c)', '2(d)', '2(e)', 'Policy,', 'Policy,', '1(c)', '3(b)(i)', '3(b)(ii)', '3(c)', 'Legal'],
      '3(a)',
    ]);
  });

  it('has a place for each try of the task force where it must be reached, and only there', () => {
    expect(BLANK_FORM_CLAUSES.filter((clause) => callsTaskForce(clause, pack))).toEqual(['2c']);
  });

  it('asks nobody for a status', () => {
    for (const clause of BLANK_FORM_CLAUSES) expect(labels(clause)).not.toMatch(/citizen|immigra|nationality|birth/i);
  });
});
