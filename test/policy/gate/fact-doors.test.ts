// A fact is judged alike where it comes in and where it rests: what passes the gate is never thrown out by the records.
import { describe, expect, it } from 'vitest';
import { POLICY_GUARDS } from '../../../db/guards.ts';
import { isSafeJson } from '../../../db/json-guard.ts';
import { CHOICES, FACT_NAMES, INSTRUMENT_KINDS, SOURCES, WARRANT_KINDS } from '../../../policy/decide/fact-names.ts';
import { clearFacts, type ClearResult } from '../../../policy/gate.ts';
import { OFFENSES } from '../../../policy/offenses/catalogue.ts';
import codes from '../../../policy/screen/codes.json' with { type: 'json' };

/** Parts of the facts that are objects, by their path, and keys that no fact has. */
const PARTS = [
  ...['source.kind', 'source.reference', 'source.at'],
  ...['instrument.kind', 'instrument.form', 'instrument.requestedAt', 'instrument.sha256', 'instrument.issuer'],
  ...['instrument.docket', 'instrument.signedBy.role', 'instrument.signedBy.name'],
  ...['warrant.number', 'warrant.court', 'warrant.offense', 'warrant.kind'],
  ...['wms.query', 'wms.at', 'wms.status', 'wms.matchedOn', 'wmsSecondCheck.at', 'wmsSecondCheck.status'],
  ...['hatSize', 'source.note', 'source.detail.note', 'instrument.purpose', 'wms.heading', 'wms.clause', 'wms.file'],
];
const PLACES: readonly string[] = [...FACT_NAMES, ...PARTS];

const HARMLESS = ['Westborough District Court', 'U.S. District Court', 'USDC', '2519CR000123', 'Alex Testperson'];
const CONTACTS = ['ICE', 'DHS HSI', 'ERO Boston field office', 'I-247A', 'I-200', 'ICE detainer'];
const STATUSES = ['undocumented', 'illegal alien', 'Visa overstay', 'A012345678', 'A12345678', 'previously deported'];
const CODES = ['USC', 'U.S.C.', 'usc', 'IMM', 'CITIZEN', 'NONUSC', ...codes.status, ...codes.niem];
const LISTED = [...Object.values(CHOICES).flat(), ...INSTRUMENT_KINDS, ...SOURCES, ...WARRANT_KINDS];
const TEXTS = [...new Set([...HARMLESS, ...CONTACTS, ...STATUSES, ...CODES, ...LISTED, 'Visa', 'Ice', 'Immigration'])];

type Facts = Readonly<Record<string, unknown>>;

function factsWith(place: string, value: unknown): Facts {
  const [name = '', ...rest] = place.split('.');
  return { [name]: rest.length === 0 ? value : factsWith(rest.join('.'), value) };
}

/** A request as it is stored, with these facts in it. */
const rests = (facts: Facts): boolean =>
  isSafeJson({ act: 'notify-ice', subject: { role: 'arrestee' }, facts }, { about: 'request' }, POLICY_GUARDS);

const codesOf = (result: ClearResult<unknown>): readonly unknown[] =>
  result.ok ? [] : result.refusals.map(({ code, field }) => [code, field]);

describe.each(PLACES)('the fact %s', (place) => {
  it('is judged alike by the gate and by the records, as a text and in a list', () => {
    const unlike = TEXTS.flatMap((text) => [factsWith(place, text), factsWith(place, [text])]).filter(
      (facts) => clearFacts(facts).ok !== rests(facts),
    );
    expect(unlike).toEqual([]);
  });

  it('never tells a status', () => {
    for (const text of STATUSES) expect([text, clearFacts(factsWith(place, text)).ok]).toEqual([text, false]);
  });
});

describe('a name inside a fact', () => {
  it.each(['court', 'citizenship', 'Place of Birth', 'illegal alien', 'undocumented', 'ICE', 'note', 'USC'])(
    'is judged alike: %s',
    (name) => {
      for (const facts of [{ [name]: 'x' }, { source: { [name]: 'x' } }, { units: [{ [name]: 'x' }] }])
        expect([facts, clearFacts(facts).ok]).toEqual([facts, rests(facts)]);
    },
  );
});

describe('the court of a ground', () => {
  it.each(['court', 'warrant.court'])('is refused in %s where it is the code of a citizen, and says so', (place) => {
    for (const code of ['USC', 'usc', 'U.S.C.'])
      expect(codesOf(clearFacts(factsWith(place, code)))).toEqual([['status-in-code', `facts.${place}`]]);
    expect(clearFacts(factsWith(place, 'ICE')).ok).toBe(false);
  });

  it.each(HARMLESS)('may be called %s', (text) => {
    expect(clearFacts({ court: text, warrant: { court: text } }).ok).toBe(true);
  });
});

describe('the agency of a ground', () => {
  it.each(['agency', 'unit', 'units', 'official', 'arrestingAgency', 'instrument.form', 'instrument.issuer'])(
    'may be named in %s, with its papers',
    (place) => {
      for (const text of CONTACTS) expect([text, clearFacts(factsWith(place, text)).ok]).toEqual([text, true]);
    },
  );

  it.each(['kind', 'source.kind', 'basis', 'warrant.kind'])('is no word of a list: %s', (place) => {
    expect(clearFacts(factsWith(place, 'ICE detainer')).ok).toBe(false);
  });

  it.each(['court', 'affiant', 'supervisor', 'location', 'whySerious', 'source.reference'])(
    'has no business in %s',
    (place) => {
      for (const text of CONTACTS) expect([text, clearFacts(factsWith(place, text)).ok]).toEqual([text, false]);
    },
  );
});

describe('the words of the policy', () => {
  it('pass in their facts: every choice, every kind, every offense of the catalogue', () => {
    const choices = Object.entries(CHOICES).flatMap(([fact, words]) => words.map((word) => ({ [fact]: word })));
    const kinds = [...INSTRUMENT_KINDS, ...WARRANT_KINDS].map((kind) => ({ warrant: { kind } }));
    const offenses = OFFENSES.map(({ id }) => ({ offense: id, convictedOffense: id, targetOffense: id }));
    for (const facts of [...choices, ...kinds, ...offenses]) {
      expect([facts, clearFacts(facts).ok, rests(facts)]).toEqual([facts, true, true]);
    }
  });
});
