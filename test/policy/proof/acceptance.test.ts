// The cases of the requirements that a policy answers. Intake (7: the copy) and offered papers (15) are tests of the rooms
// that do them; erasure (19) is test/services/order-case-19.test.ts, a cut log (20) test/services/log-cut.test.ts.
import { describe, expect, test } from 'vitest';
import { screen } from '../../../policy/screen/screen.ts';
import { BLOCKED, CHIEF, OFFICER, SUPERVISOR, decided, outcome, request, type Json } from '../decide/case.ts';

const TWO = { decider: OFFICER, cosigner: SUPERVISOR };
const ADW = { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00', offense: 'adw' };
const BOP = {
  source: { kind: 'board-of-probation', reference: 'query 4471', at: '2026-03-08T01:20:00-05:00' },
  court: 'Exampleton District Court',
  convictedOffense: 'armed-robbery',
  convictedOn: '2011-06-30',
  outcome: 'convicted',
  whyReliable: 'Name and birth date agree with the docket.',
  sealedOrExpunged: false,
};
const BUYS = {
  activity: 'Sold crack cocaine from the rear porch on two evenings.',
  involves: 'drug-distribution',
  basisOfKnowledge: 'Bought twice from the person on the porch.',
  veracity: 'Four earlier tips led to seizures, and detectives watched both buys.',
  affiant: 'Det. R. Sample',
  sources: ['informant', 'surveillance'],
};
const HSI = {
  agency: 'HSI',
  unit: 'Exampleton office',
  official: 'Kim Placeholder',
  callbackVerified: true,
  criminalStatute: '18 U.S.C. 1956',
  federalCase: 'EX-26-0417',
  openedOn: '2026-01-12',
  asked: 'Whether he was booked here on 4 March.',
  sealedCheck: 'clear',
  instrument: { kind: 'oral', requestedAt: '2026-03-08T01:00:00-05:00' },
};
const WARRANT = {
  number: '2612CR000417',
  court: 'Exampleton District Court',
  offense: 'larceny',
  kind: 'default-criminal',
};
const wms = (status: string): Json => ({
  query: '88121',
  at: '2026-03-08T01:38:00-05:00',
  status,
  matchedOn: ['name', 'dob'],
});
const notify = (ground: string, facts: Json, more: Json = {}): Json =>
  request({ act: 'notify-ice', ground, facts, ...more });
const duties = (json: Json): readonly string[] => decided(json).due.map(({ duty, by }) => `${duty} ${by}`);

describe('the acceptance cases', () => {
  test('1: a status typed into the narrative of an arrest for OUI is refused, with its words shown', () => {
    const verdict = screen('Stopped for OUI, the driver is undocumented.', 'narrative');
    expect([verdict.blocked, verdict.spans.length]).toEqual([true, 1]);
  });

  test('2: our arrest for assault with a dangerous weapon may be notified, and nothing asks for it', () => {
    const json = notify('2a', ADW);
    expect(outcome(json)).toBe('allow 2a');
    expect([duties(json), decided(json).why]).toEqual([[], expect.stringContaining('does not ask for it')]);
  });

  test('3: an arrest of the State Police, booked here, is not ours', () => {
    expect(outcome(notify('2a', { ...ADW, arrestingAgency: 'MSP' }))).toBe('refuse 2a contradicted arrestingAgency');
  });

  test('4: a misdemeanor assault on a family member opens nothing', () => {
    expect(outcome(notify('2a', { ...ADW, offense: 'ab-family-household' }))).toBe('refuse 2a contradicted offense');
  });

  test('5: a conviction for armed robbery, in custody, opens, and the release of history is logged', () => {
    const json = notify('2b', BOP, { custody: { inCustody: true } });
    expect(outcome(json)).toBe('allow 2b');
    expect(duties(json)).toEqual(['chri-log 2026-03-08T01:40:00-05:00']);
  });

  test('6: the same, pending, opens nothing', () => {
    const json = notify('2b', { ...BOP, outcome: 'pending' }, { custody: { inCustody: true } });
    expect(outcome(json)).toBe('refuse 2b contradicted outcome');
  });

  test('7: a detainer at bail time holds nobody, and a minute past release is told', () => {
    const custody = { inCustody: true, releaseEligibleAt: '2026-03-08T01:39:00-05:00' };
    const json = request({ act: 'detain', ground: '3c', facts: { basis: 'detainer' }, custody });
    expect(outcome(json)).toBe('refuse 3c contradicted basis');
    expect(duties(json)).toEqual(['held-past-release 2026-03-08T01:39:00-05:00']);
  });

  test('8: points of a gang list and a tattoo are no source', () => {
    expect(outcome(notify('2e', { ...BUYS, sources: ['gang-list', 'tattoo'] }))).toBe('refuse 2e contradicted sources');
  });

  test('9: an informant who bought twice and is believed for good reasons opens', () => {
    expect(outcome(notify('2e', BUYS, { subject: { role: 'suspect', age: 24 } }))).toBe('allow 2e');
  });

  test('10: a tip of a bomb, nobody arrested: it may be notified, and the JTTF clock runs', () => {
    const facts = {
      factsKnownAt: '2026-03-08T01:30:00-05:00',
      suspicion: 'A caller gave the place and the hour of a planned bomb.',
      protectedSpeechIsNotTheBasis: true,
    };
    const json = notify('2c', facts, { people: TWO, subject: { role: 'suspect', age: 40 } });
    expect(outcome(json)).toBe('allow 2c');
    expect(duties(json)).toEqual(['jttf 2026-03-08T01:45:00-05:00']);
  });

  test('11: shots fired, help needed: it opens at once, the facts come later', () => {
    const json = { id: 'c', at: '2026-03-08T01:40:00-05:00', act: 'assist-operation', ground: '3b-i' };
    expect(decided(json)).toMatchObject({ decision: 'allow', ground: '3b-i' });
    expect(duties(json)).toContain('finish-facts 2026-03-08T03:40:00-05:00');
  });

  test('12: a perimeter asked for tomorrow is not at once', () => {
    const facts = { requestedAt: '2026-03-08T01:36:00-05:00', neededAt: '2026-03-09T06:00:00-04:00' };
    expect(decided(request({ act: 'assist-operation', ground: '3b-i', facts })).contradicted).toEqual(['neededAt']);
  });

  test('13: a default warrant that was recalled is no warrant', () => {
    const facts = { requestedAt: '2026-03-08T01:36:00-05:00', warrant: WARRANT, wms: wms('recalled') };
    const json = request({ act: 'assist-operation', ground: '3b-ii', facts });
    expect(outcome(json)).toBe('refuse 3b-ii contradicted wms');
  });

  test('14: a driver whom the registry verifies has standard identification', () => {
    const facts = { standardIdSought: ['license'], unavailableBecause: 'not-carried', verifiedByRecords: true };
    const json = request({ act: 'request-travel-document', ground: '1c', subject: { role: 'suspect' }, facts });
    expect(outcome(json)).toBe('refuse 1c contradicted verifiedByRecords');
  });

  test('16: for a victim of trafficking nothing opens, whatever the facts and whoever decides', () => {
    const facts = { ...ADW, ...BUYS, venture: 'Kept eleven people in a house behind locks.', part: 'participant' };
    const people = { decider: CHIEF, cosigner: SUPERVISOR, chief: CHIEF };
    for (const act of ['ask-status', 'record-status', 'notify-ice', 'request-travel-document', 'detain']) {
      for (const ground of ['2a', '2d', '2e', undefined]) {
        const json = request({ act, ground, subject: { role: 'victim', age: 30 }, people, facts });
        expect([act, ground, decided(json).decision]).toEqual([act, ground, 'refuse']);
      }
    }
  });

  test('17: status alone is no serious situation', () => {
    expect(screen('He is illegal and uncooperative.', 'reason').blocked).toBe(true);
    const facts = { whatHappened: BLOCKED, whySerious: BLOCKED, threat: 'public-safety', perceivedFrom: BLOCKED };
    expect(decided(notify('X2', facts, { people: TWO })).contradicted).toEqual(
      expect.arrayContaining(['whatHappened', 'whySerious', 'perceivedFrom']),
    );
  });

  test('18: an oral request about money laundering opens for a day, needs a clean check, and writing is due', () => {
    const json = request({ act: 'reply-request', ground: 'X1', facts: HSI });
    expect(outcome(json)).toBe('allow X1');
    expect(duties(json)).toEqual(['written-confirmation 2026-03-09T01:00:00-05:00']);
    expect(outcome(request({ act: 'reply-request', ground: 'X1', facts: { ...HSI, sealedCheck: 'not-done' } }))).toBe(
      'refuse X1 contradicted sealedCheck',
    );
    const late = { ...HSI, instrument: { kind: 'oral', requestedAt: '2026-03-07T01:39:00-05:00' } };
    expect(outcome(request({ act: 'reply-request', ground: 'X1', facts: late }))).toBe('refuse X1 missing instrument');
  });
});
