import { describe, expect, test } from 'vitest';
import {
  BLOCKED,
  CHIEF,
  OFFICER,
  SUPERVISOR,
  decided,
  outcome,
  request,
  without,
  withValue,
  type Json,
} from './case.ts';
import { FULL } from './full-cases.ts';

function full(name: string): Json {
  const found = FULL[name];
  if (found === undefined) throw new Error(`no full case ${name}`);
  return found.json;
}

const due = (json: unknown): readonly string[] => decided(json).due.map(({ duty, by }) => `${duty} ${by}`);

describe.each(Object.entries(FULL))('the full case of %s', (_, { name, json, needs }) => {
  test('opens', () => expect(outcome(json)).toBe(`allow ${name}`));

  test.each(needs)('without %s refuses and names %s', (path, named) => {
    expect(outcome(without(json, path))).toBe(`refuse ${name} missing ${named}`);
    expect(outcome(withValue(json, path, null))).toBe(`refuse ${name} missing ${named}`);
  });
});

/** What makes a full case refuse: a path, another value, the name that is contradicted or missing. */
const UNFIT: readonly (readonly [ground: string, path: string, value: unknown, answer: string])[] = [
  ['2b', 'facts.outcome', 'pending', 'contradicted outcome'],
  ['2b', 'facts.outcome', 'continued-without-finding', 'contradicted outcome'],
  ['2b', 'facts.outcome', 'foreign', 'contradicted outcome'],
  ['2b', 'facts.sealedOrExpunged', true, 'contradicted sealedOrExpunged'],
  ['2b', 'facts.convictedOffense', 'larceny-over-1200', 'contradicted convictedOffense'],
  ['2b', 'facts.convictedOffense', 'conspiracy-felony', 'contradicted convictedOffense'],
  ['2b', 'facts.convictedOn', '2026-03-09', 'contradicted convictedOn'],
  ['2b', 'facts.source.at', '2026-03-08T01:41:00-05:00', 'contradicted source'],
  ['2b', 'facts.whyReliable', BLOCKED, 'contradicted whyReliable'],
  ['2b', 'facts.whyReliable', 'yes', 'missing whyReliable'],
  ['2b', 'custody.inCustody', false, 'contradicted custody.inCustody'],
  ['2b', 'custody', { inCustody: true, releasedAt: '2026-03-08T01:40:00-05:00' }, 'contradicted custody.inCustody'],
  ['2b', 'custody', { releasedAt: '2026-03-08T01:30:00-05:00' }, 'contradicted custody.inCustody'],
  ['2b', 'subject.role', 'suspect', 'contradicted subject.role'],
  ['2c-arrest', 'facts.arrestingAgency', 'MSP', 'contradicted arrestingAgency'],
  ['2c-arrest', 'facts.offense', 'abdw', 'contradicted offense'],
  ['2c-arrest', 'facts.factsKnownAt', '2026-03-08T01:41:00-05:00', 'contradicted factsKnownAt'],
  ['2c-arrest', 'people.cosigner.id', 'u7', 'contradicted people.cosigner'],
  ['2c-suspicion', 'facts.protectedSpeechIsNotTheBasis', false, 'contradicted protectedSpeechIsNotTheBasis'],
  ['2c-suspicion', 'facts.suspicion', BLOCKED, 'contradicted suspicion'],
  ['2d-arrest', 'facts.offense', 'abdw', 'contradicted offense'],
  ['2d-arrest', 'subject.role', 'victim', 'contradicted subject.role'],
  ['2d-venture', 'facts.venture', BLOCKED, 'contradicted venture'],
  ['2e', 'facts.sources', ['gang-list', 'tattoo'], 'contradicted sources'],
  ['2e', 'facts.sources', [''], 'missing sources'],
  ['2e', 'facts.veracity', ' bought TWICE, from the person - on the porch', 'contradicted veracity'],
  ['2e', 'facts.basisOfKnowledge', '          ', 'missing basisOfKnowledge'],
  ['X1-written', 'facts.callbackVerified', false, 'contradicted callbackVerified'],
  ['X1-written', 'facts.sealedCheck', 'not-done', 'contradicted sealedCheck'],
  ['X1-written', 'facts.sealedCheck', 'sealed', 'contradicted sealedCheck'],
  ['X1-written', 'facts.openedOn', '2026-03-09', 'contradicted openedOn'],
  ['X1-written', 'facts.instrument.form', 'Form i 247 a, page 1', 'contradicted instrument'],
  ['X1-written', 'facts.instrument.form', 'I-200', 'contradicted instrument'],
  ['X1-written', 'facts.instrument.kind', 'court-order', 'contradicted instrument'],
  ['X1-written', 'facts.instrument.requestedAt', '2026-03-08T01:41:00-05:00', 'contradicted instrument'],
  ['X1-oral', 'facts.instrument.requestedAt', '2026-03-07T01:39:59-05:00', 'missing instrument'],
  ['X1-oral', 'facts.instrument.form', 'I\u2011203', 'contradicted instrument'],
  ['X2', 'facts.perceivedFrom', BLOCKED, 'contradicted perceivedFrom'],
  ['X2', 'people.cosigner', { id: 'u8', role: 'records-clerk' }, 'contradicted people.cosigner'],
  ['1c', 'facts.verifiedByRecords', true, 'contradicted verifiedByRecords'],
  ['1c', 'facts.standardIdSought', [], 'missing standardIdSought'],
  ['3b-ii', 'facts.warrant.kind', 'I-205', 'contradicted warrant'],
  ['3b-ii', 'facts.warrant.kind', 'out-of-state', 'contradicted warrant'],
  ['3b-ii', 'facts.wms.status', 'recalled', 'contradicted wms'],
  ['3b-ii', 'facts.wms.matchedOn', ['name'], 'contradicted wms'],
  ['3b-ii', 'facts.wms.matchedOn', [], 'missing wms'],
  ['3b-ii', 'facts.wms.at', '2026-03-08T01:35:59-05:00', 'contradicted wms'],
  ['3b-ii', 'facts.wms.at', '2026-03-08T01:40:01-05:00', 'contradicted wms'],
  ['3b-ii', 'facts.requestedAt', '2026-03-08T01:40:01-05:00', 'contradicted requestedAt,wms'],
  ['3c-crime', 'facts.basis', 'detainer', 'contradicted basis'],
  ['3c-crime', 'facts.basis', 'for-ice', 'contradicted basis'],
  ['3c-crime', 'facts.basis', 'civil-warrant', 'contradicted basis'],
  ['3c-crime', 'facts.articulableFacts', BLOCKED, 'contradicted articulableFacts'],
  ['3c-warrant', 'facts.wmsSecondCheck.status', 'recalled', 'contradicted wmsSecondCheck'],
  ['3c-warrant', 'facts.wmsSecondCheck.at', '2026-03-08T01:09:59-05:00', 'contradicted wmsSecondCheck'],
  ['3c-warrant', 'facts.wmsSecondCheck.at', '2026-03-08T01:41:00-05:00', 'contradicted wmsSecondCheck'],
  ['3c-warrant', 'facts.warrant.kind', 'civil', 'contradicted warrant'],
  ['LC', 'facts.instrument.signedBy.role', 'clerk', 'contradicted instrument'],
  ['LC', 'facts.instrument.signedBy.role', 'agency-official', 'contradicted instrument'],
  ['LC', 'facts.instrument.signedBy.role', 'counsel', 'contradicted instrument'],
  ['LC', 'facts.instrument.kind', 'written', 'contradicted instrument'],
  ['LC', 'people.chief', SUPERVISOR, 'contradicted people.chief'],
];

describe('what does not fit', () => {
  test.each(UNFIT)('%s with %s as %j', (...[name, path, value, answer]) => {
    expect(outcome(withValue(full(name), path, value))).toBe(`refuse ${FULL[name]?.name ?? ''} ${answer}`);
  });
});

describe('what fits as well', () => {
  const fits: readonly (readonly [string, string, unknown])[] = [
    ['2b', 'facts.convictedOffense', 'kidnapping'],
    ['2b', 'facts.convictedOn', '2026-03-08'],
    ['2b', 'custody', { inCustody: true, releasedAt: '2026-03-08T01:40:01-05:00' }],
    ['2d-arrest', 'facts.arrestingAgency', 'MSP'],
    ['2e', 'facts.sources', ['gang-list', 'observation']],
    ['X1-written', 'facts.instrument.form', 'letter of the US attorney'],
    ['3b-ii', 'facts.warrant.kind', 'criminal'],
    ['3b-ii', 'facts.wms.at', '2026-03-08T01:36:00-05:00'],
    ['3c-warrant', 'facts.wms.at', '2026-03-01T01:36:00-05:00'],
    ['LC', 'subject', {}],
    ['LC', 'subject.role', 'visitor'],
    ['LC', 'people.decider', OFFICER],
  ];
  test.each(fits)('%s with %s as %j', (name, path, value) => {
    expect(outcome(withValue(full(name), path, value))).toBe(`allow ${FULL[name]?.name ?? ''}`);
  });

  test('legal compulsion: an order by a judge, a reply by counsel', () => {
    const order = withValue(full('LC'), 'facts.instrument.kind', 'court-order');
    expect(outcome(withValue(order, 'facts.instrument.signedBy.role', 'judge'))).toBe('allow LC');
    const reply = withValue(full('LC'), 'facts.instrument.kind', 'counsel-approved-reply');
    expect(outcome(withValue(reply, 'facts.instrument.signedBy.role', 'counsel'))).toBe('allow LC');
    expect(outcome(withValue(reply, 'facts.instrument.signedBy.role', 'judge'))).toBe(
      'refuse LC contradicted instrument',
    );
  });
});

describe('two alternatives', () => {
  const base = request({ act: 'notify-ice', ground: '2d' });
  test('name the one with more of its facts there, the first of equals', () => {
    expect(outcome(base)).toBe('refuse 2d missing arrestedAt,offense');
    expect(outcome(withValue(base, 'facts', { part: 'organizer' }))).toBe('refuse 2d missing venture');
    expect(outcome(withValue(base, 'facts', { part: 'organizer', offense: 'abdw' }))).toBe(
      'refuse 2d missing arrestedAt contradicted offense',
    );
    expect(outcome(withValue(full('2d-venture'), 'facts.offense', 'abdw'))).toBe('allow 2d');
    expect(outcome(withValue(full('2c-arrest'), 'facts.protectedSpeechIsNotTheBasis', false))).toBe('allow 2c');
  });
});

describe('duties', () => {
  test('stand with the act that opens', () => {
    expect(due(full('2b'))).toEqual(['chri-log 2026-03-08T01:40:00-05:00']);
    expect(due(withValue(full('2b'), 'act', 'ask-status'))).toEqual([]);
    expect(due(full('X1-written'))).toEqual([]);
    expect(due(full('X1-oral'))).toEqual(['written-confirmation 2026-03-08T01:40:00-05:00']);
    expect(due(full('X2'))).toEqual(['chief-review 2026-03-09T17:00:00-04:00']);
    expect(due(full('3b-ii'))).toEqual(['second-wms-check 2026-03-08T01:40:00-05:00']);
    expect(due(withValue(full('X2'), 'people.cosigner.id', 'u7'))).toEqual([]);
  });

  test('X2 on national security points to 2(c)', () => {
    expect(decided(full('X2')).prompts).toEqual([]);
    expect(decided(withValue(full('X2'), 'facts.threat', 'national-security')).prompts).toEqual(['2c']);
    const unsigned = withValue(without(full('X2'), 'people.cosigner'), 'facts.threat', 'national-security');
    expect(decided(unsigned).prompts).toEqual([]);
  });

  test('the JTTF clock runs whenever 2(c) is named or no ground is, whatever comes of it', () => {
    const known = { factsKnownAt: '2026-03-08T01:10:00-05:00' };
    const jttf = ['jttf 2026-03-08T01:25:00-05:00'];
    expect(due(full('2c-suspicion'))).toEqual(jttf);
    expect(due(without(full('2c-suspicion'), 'people'))).toEqual(jttf);
    expect(due(request({ facts: known }))).toEqual(jttf);
    expect(due(request({ act: 'detain', ground: '2c', facts: known }))).toEqual(jttf);
    expect(due(request({ act: 'detain', facts: known }))).toEqual(jttf);
    expect(due(request({ act: 'notify-ice', ground: '2a', facts: known }))).toEqual([]);
    expect(due(request({ act: 'notify-ice', ground: '2c' }))).toEqual([]);
    const both = withValue(without(full('2b'), 'ground'), 'facts.factsKnownAt', known.factsKnownAt);
    expect(due(both)).toEqual(['chri-log 2026-03-08T01:40:00-05:00', ...jttf]);
  });

  test('a detention past release without a basis that holds is told', () => {
    const late = { releaseEligibleAt: '2026-03-08T01:39:00-05:00' };
    const told = ['held-past-release 2026-03-08T01:39:00-05:00'];
    expect(due(withValue(withValue(full('3c-crime'), 'custody', late), 'facts.basis', 'detainer'))).toEqual(told);
    expect(due(request({ act: 'detain', custody: late }))).toEqual(told);
    expect(due(request({ act: 'detain', ground: '2a', custody: late }))).toEqual(told);
    expect(due(withValue(full('3c-crime'), 'custody', late))).toEqual([]);
    expect(due(without(withValue(full('3c-crime'), 'custody', late), 'people'))).toEqual([]);
    expect(due(request({ act: 'detain', custody: { releaseEligibleAt: '2026-03-08T01:40:00-05:00' } }))).toEqual([]);
    expect(due(request({ act: 'notify-ice', custody: late }))).toEqual([]);
  });
});

describe('notifying about a minor', () => {
  test.each(['2b', '2c-arrest', '2d-venture', '2e', 'X2'])('under %s needs the chief', (name) => {
    const minor = withValue(full(name), 'subject.age', 17);
    expect(outcome(minor)).toBe(`refuse ${FULL[name]?.name ?? ''} missing people.chief`);
    expect(outcome(withValue(minor, 'people.chief', CHIEF))).toBe(`allow ${FULL[name]?.name ?? ''}`);
  });
});
