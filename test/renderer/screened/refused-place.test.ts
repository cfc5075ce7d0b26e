import { describe, expect, it } from 'vitest';
import { treatyCountries } from '../../../policy/consular/treaty-countries.ts';
import { readAs, refusalsOf } from '../../../renderer/ground/fact-value.ts';
import { showCountries } from '../../../renderer/matter/treaty-lines.ts';
import { placeInEntries, verdictOn, verdictOnEntries } from '../../../renderer/screened/refused-place.ts';

const COMMA = /[,;\n]/;
const marked = (text: string, between = COMMA): readonly string[] =>
  verdictOnEntries(text, 'title', between).spans.map((span) => text.slice(...span));

describe('a list that is typed as a text', () => {
  it('is marked where an entry of it is refused, letter for letter', () => {
    const text = 'Essex Street crew,  undocumented ones; Mill Lane\nillegal alien';
    expect(marked(text)).toEqual(['undocumented', 'illegal alien']);
    expect(marked('Essex Street crew, Mill Lane')).toEqual([]);
    expect(marked('')).toEqual([]);
  });

  it('is read entry by entry, as the gate does: two of them tell nothing together', () => {
    const [one, other] = ['green', 'card'];
    expect(verdictOn(`${one} ${other}`, 'title').blocked).toBe(true);
    expect(marked(`${one}\n${other}`)).toEqual([]);
  });

  it.each(['driver’s license, state card', 'passport, license', 'library card; paper that he is undocumented', ''])(
    'is refused where the gate refuses it: %s',
    (text) => {
      const entries = text.split(/[,;]\s*/).filter((entry) => entry !== '');
      const isRefused = refusalsOf('standardIdSought', entries).length > 0;
      expect(verdictOnEntries(text, readAs('standardIdSought'), COMMA).blocked).toBe(isRefused);
    },
  );

  it('names the place in the entry that the gate reads', () => {
    const text = 'Mill Lane, is undocumented';
    const start = text.indexOf('undocumented');
    const list = { as: 'title', between: COMMA, span: [start, start + 12] } as const;
    expect(placeInEntries(text, list)).toEqual({ field: 'title', text: 'is undocumented', start: 3, end: 15 });
    expect(placeInEntries(text, { ...list, span: [0, 4] })).toBeNull();
  });

  it('lets every country of the list stand, starred or not', () => {
    expect(marked(showCountries(treatyCountries()), /\n/)).toEqual([]);
  });
});
