import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACT_NAMES } from '../../../policy/decide/fact-names.ts';
import { readRequest } from '../../../policy/decide/read-request.ts';
import { findOffense } from '../../../policy/offenses/catalogue.ts';
import { PACK, faultOf, outcome, request, without, withValue } from './case.ts';

const NAMED = request({
  act: 'notify-ice',
  ground: '2a',
  facts: { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00', offense: 'abdw' },
});
/** Stands for what nobody may read again. */
const SECRET = 'Zanzibar';

describe('a whole line', () => {
  const faults: readonly (readonly [string, unknown, RegExp])[] = [
    ['an unknown act', withValue(NAMED, 'act', SECRET), /^act: must be one of ask-status/],
    ['an unknown ground', withValue(NAMED, 'ground', '2f'), /^ground: must be one of 2a/],
    ['an unknown key', withValue(NAMED, 'note', SECRET), /^note: is not a known name/],
    ['an unknown part of the subject', withValue(NAMED, 'subject.citizenship', SECRET), /^subject\.citizenship: /],
    ['an unknown part of custody', withValue(NAMED, 'custody.cell', 4), /^custody\.cell: /],
    ['an unknown person', withValue(NAMED, 'people.sheriff', {}), /^people\.sheriff: /],
    ['an unknown part of a person', withValue(NAMED, 'people.decider.name', SECRET), /^people\.decider\.name: /],
    ['an unknown fact', withValue(NAMED, 'facts.status', SECRET), /^facts\.status: /],
    ['an unknown offense', withValue(NAMED, 'facts.offense', SECRET), /^facts\.offense: is not an id/],
    ['an unknown target', withValue(NAMED, 'facts.targetOffense', SECRET), /^facts\.targetOffense: /],
    ['an unknown role', withValue(NAMED, 'subject.role', SECRET), /^subject\.role: must be one of arrestee/],
    [
      'an unknown role of a person',
      withValue(NAMED, 'people.chief', { id: 'u1', role: SECRET }),
      /^people\.chief\.role: /,
    ],
    [
      'an outcome outside its list',
      withValue(NAMED, 'facts.outcome', SECRET),
      /^facts\.outcome: must be one of convicted/,
    ],
    [
      'a source outside its list',
      withValue(NAMED, 'facts.sources', ['tattoo', SECRET]),
      /^facts\.sources: must list only/,
    ],
    [
      'a kind of instrument outside its list',
      withValue(NAMED, 'facts.instrument', { kind: SECRET }),
      /^facts\.instrument\.kind: /,
    ],
    ['an unknown part of an object', withValue(NAMED, 'facts.wms', { result: SECRET }), /^facts\.wms\.result: /],
    [
      'a signer outside the list',
      withValue(NAMED, 'facts.instrument', { signedBy: { role: SECRET } }),
      /^facts\.instrument\.signedBy\.role: /,
    ],
    [
      'a digest that is none',
      withValue(NAMED, 'facts.instrument', { sha256: 'ab12' }),
      /^facts\.instrument\.sha256: must be a SHA-256/,
    ],
    ['an age as text', withValue(NAMED, 'subject.age', '31'), /^subject\.age: must be a whole number/],
    ['an age with a fraction', withValue(NAMED, 'subject.age', 31.5), /^subject\.age: /],
    ['an age below 0', withValue(NAMED, 'subject.age', -1), /^subject\.age: /],
    ['an age above 130', withValue(NAMED, 'subject.age', 131), /^subject\.age: /],
    ['custody as text', withValue(NAMED, 'custody.inCustody', 'yes'), /^custody\.inCustody: must be true or false/],
    ['a fact that is a number', withValue(NAMED, 'facts.court', 7), /^facts\.court: must be a string/],
    ['a text that is a list', withValue(NAMED, 'facts.venture', [SECRET]), /^facts\.venture: must be a string/],
    [
      'a list that is text',
      withValue(NAMED, 'facts.standardIdSought', SECRET),
      /^facts\.standardIdSought: must be a list/,
    ],
    ['an object that is text', withValue(NAMED, 'facts.source', SECRET), /^facts\.source: must be an object/],
    ['a flag that is text', withValue(NAMED, 'facts.callbackVerified', 'true'), /^facts\.callbackVerified: /],
    ['facts as a list', withValue(NAMED, 'facts', []), /^facts: must be an object/],
    ['people as text', withValue(NAMED, 'people', SECRET), /^people: must be an object/],
    ['no time', without(NAMED, 'at'), /^at: is missing$/],
    ['no time but null', withValue(NAMED, 'at', null), /^at: is missing$/],
    ['a time without offset', withValue(NAMED, 'at', '2026-03-08T01:40:00'), /^at: must be a time with its offset/],
    [
      'a time of arrest without offset',
      withValue(NAMED, 'facts.arrestedAt', '2026-03-08T00:55:00'),
      /^facts\.arrestedAt: /,
    ],
    ['an unreadable time that is not used', withValue(NAMED, 'facts.neededAt', 'soon'), /^facts\.neededAt: /],
    [
      'a day that does not exist',
      withValue(NAMED, 'facts.convictedOn', '2011-02-29'),
      /^facts\.convictedOn: must be a day/,
    ],
    ['a time where a day belongs', withValue(NAMED, 'facts.openedOn', '2026-01-12T00:00:00Z'), /^facts\.openedOn: /],
  ];
  test.each(faults)('answers %s with what and where, never the value', (_, json, expected) => {
    const fault = faultOf(json);
    expect(fault).toMatch(expected);
    expect(fault).not.toContain(SECRET);
  });

  test('keeps the id of a line that cannot be read, and null where there is none', () => {
    const known = { findOffense, pack: PACK };
    expect(readRequest(withValue(NAMED, 'act', 'x'), known)).toMatchObject({ ok: false, id: 'c' });
    for (const id of [undefined, null, '', 7, {}]) {
      expect(readRequest(withValue(NAMED, 'id', id), known)).toMatchObject({ ok: false, id: null });
    }
    for (const json of [null, 7, 'text', [], [NAMED]])
      expect(readRequest(json, known)).toMatchObject({ ok: false, id: null });
  });

  test('does not repeat a sentence that stands where a name belongs', () => {
    expect(faultOf(withValue(NAMED, 'facts', { 'she said Zanzibar': 1 }))).toBe(
      'facts.(a name that cannot be shown): is not a known name here',
    );
  });

  test('is not fooled by names every object has', () => {
    const line = `{"id":"c","at":"2026-03-08T01:40:00-05:00","facts":{"__proto__":{"offense":"abdw"}}}`;
    expect(faultOf(JSON.parse(line))).toContain('facts.');
    expect(faultOf(withValue(NAMED, 'facts', { constructor: 1 }))).toBe('facts.constructor: is not a known name here');
  });

  test('says that a ground is not in the pack in force', () => {
    const small = { ...PACK, grounds: PACK.grounds.filter(({ ground }) => ground === '2a') };
    const read = readRequest(withValue(NAMED, 'ground', '2b'), { findOffense, pack: small });
    expect(read).toEqual({ ok: false, id: 'c', error: 'ground: is not in the policy pack in force' });
  });

  test('takes null everywhere for not known', () => {
    const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, null]));
    expect(
      faultOf({ id: 'c', at: NAMED['at'], act: null, ground: null, subject: null, custody: null, people: null, facts }),
    ).toBeNull();
    expect(
      faultOf({
        id: 'c',
        at: NAMED['at'],
        subject: { role: null, age: null },
        people: { decider: null, chief: { id: null, role: null } },
      }),
    ).toBeNull();
    expect(faultOf(withValue(NAMED, 'facts.wms', { query: null, at: null, status: null, matchedOn: null }))).toBeNull();
  });

  test('takes an empty string or list for not there', () => {
    for (const path of [
      'act',
      'ground',
      'subject.role',
      'facts.arrestedAt',
      'facts.outcome',
      'facts.offense',
      'facts.court',
    ]) {
      expect(faultOf(withValue(NAMED, path, ''))).toBeNull();
    }
    expect(outcome(withValue(NAMED, 'act', ''))).toBe('refuse 2a missing act');
    expect(faultOf(withValue(NAMED, 'facts.sources', []))).toBeNull();
  });

  test('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        readRequest(JSON.parse(text), { findOffense, pack: PACK });
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...FACT_NAMES), fc.jsonValue(), (name, value) => {
        readRequest(withValue(NAMED, `facts.${name}`, value), { findOffense, pack: PACK });
      }),
    );
  });
});
