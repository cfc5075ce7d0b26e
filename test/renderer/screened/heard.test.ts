import { describe, expect, it } from 'vitest';
import { explain } from '../../../policy/screen/explanation.ts';
import { screen } from '../../../policy/screen/screen.ts';
import { clauseWords, readingsOf } from '../../../renderer/screened/clause-words.ts';
import { describedBy, heardOf } from '../../../renderer/screened/heard.ts';
import { verdictOn } from '../../../renderer/screened/refused-place.ts';
import { whyHeard } from '../../../renderer/screened/why-lines.ts';
import { PACK } from '../../policy/decide/case.ts';

const heard = (text: string): string => heardOf(verdictOn(text, 'narrative'), false);

describe('what is heard of a refusal', () => {
  it('is one sentence without the words, and the same for every key that follows', () => {
    const first = heard('He is undocumented');
    expect(first).toBe('Not saved yet: one place is marked, it tells immigration status. Ways out follow the field.');
    for (const more of [' and', ' and le', ' and left the store at noo']) {
      expect(heard(`He is undocumented${more}`)).toBe(first);
    }
  });

  it('is another one where more is found, and nothing where nothing is', () => {
    const one = heard('He is undocumented.');
    const two = heard('He is undocumented. She is an illegal alien.');
    expect(two).not.toBe(one);
    expect(two).toContain('places are marked');
    expect(heard('He left the store.')).toBe('');
  });

  it('tells of a hint only where its sentence is shown', () => {
    const findings = screen('Born in Lima', 'narrative').findings.map((one) => ({ ...one, action: 'warn' as const }));
    expect(findings.length).toBeGreaterThan(0);
    expect(heardOf({ findings }, true)).toBe('A marked word hints at where somebody comes from.');
    expect(heardOf({ findings }, false)).toBe('');
  });

  it('describes the box by its note and by the refusal, or by the hint', () => {
    expect(describedBy('x', { blocked: false })).toBe('x-note');
    expect(describedBy('x', { blocked: true, hint: true })).toBe('x-note x-refusal');
    expect(describedBy('x', { blocked: false, hint: true })).toBe('x-note x-hint');
  });
});

describe('why, for whoever asks', () => {
  it('is heard in one piece: the words, what they tell, the section and what found them', () => {
    const text = 'He is undocumented';
    const [span] = verdictOn(text, 'narrative').spans;
    const said = whyHeard(explain(text, { field: 'narrative', start: span?.[0] ?? 0, end: span?.[1] ?? 0 }, undefined));
    expect(said).toMatch(/^“.*undocumented.*” tells immigration status: section 1\(b\) of the policy\. It stands/);
  });

  it('has words for every clause that the screen cites, those of the pack where it has some', () => {
    for (const clause of ['1(b)', '1(c)', '2']) expect(clauseWords(clause, null)).toMatch(/\.$/);
    const own = PACK.grounds.find(({ cite }) => cite === '1(c)');
    expect(clauseWords('1(c)', PACK)).toBe(own?.wording);
    expect(clauseWords('1(b)', PACK)).toContain('Nobody is asked');
    expect(readingsOf('1(b)', PACK).map(({ id }) => id)).toEqual(['recording']);
    expect(readingsOf('1(b)', null)).toEqual([]);
  });
});
