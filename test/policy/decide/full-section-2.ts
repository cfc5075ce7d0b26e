import { request } from './case.ts';
import { AGE, COSIGNER, DECIDER, ROLE, TWO, bare, parts, type FullCase } from './full-case.ts';

/** Grounds of section 2, one case of each alternative; 2(a) has its own tests. */
export const SECTION_2: Readonly<Record<string, FullCase>> = {
  '2b': {
    name: '2b',
    json: request({
      act: 'notify-ice',
      ground: '2b',
      custody: { inCustody: true },
      facts: {
        source: { kind: 'board-of-probation', reference: 'query 4471', at: '2026-03-08T01:20:00-05:00' },
        court: 'Exampleton District Court',
        convictedOffense: 'armed-robbery',
        convictedOn: '2011-06-30',
        outcome: 'convicted',
        whyReliable: 'Name and birth date agree with the docket.',
        sealedOrExpunged: false,
      },
    }),
    needs: [
      ROLE,
      AGE,
      DECIDER,
      ['custody', 'custody.inCustody'],
      ...parts('source', 'kind', 'reference', 'at'),
      ...bare('court', 'convictedOffense', 'convictedOn', 'outcome', 'whyReliable', 'sealedOrExpunged'),
    ],
  },
  '2c-arrest': {
    name: '2c',
    json: request({
      act: 'notify-ice',
      ground: '2c',
      people: TWO,
      facts: {
        arrestingAgency: 'WPD',
        arrestedAt: '2026-03-08T01:00:00-05:00',
        offense: 'federal-material-support',
        factsKnownAt: '2026-03-08T01:10:00-05:00',
      },
    }),
    needs: [ROLE, AGE, DECIDER, COSIGNER, ...bare('arrestingAgency', 'arrestedAt', 'offense', 'factsKnownAt')],
  },
  '2c-suspicion': {
    name: '2c',
    json: request({
      act: 'notify-ice',
      ground: '2c',
      subject: { role: 'suspect', age: 31 },
      people: TWO,
      facts: {
        suspicion: 'Bought timers and wrote the plan into a notebook.',
        protectedSpeechIsNotTheBasis: true,
        factsKnownAt: '2026-03-08T01:10:00-05:00',
      },
    }),
    needs: [ROLE, AGE, DECIDER, COSIGNER, ...bare('suspicion', 'protectedSpeechIsNotTheBasis', 'factsKnownAt')],
  },
  '2d-arrest': {
    name: '2d',
    json: request({
      act: 'notify-ice',
      ground: '2d',
      facts: { arrestedAt: '2026-03-08T01:00:00-05:00', offense: 'federal-smuggling-harboring' },
    }),
    needs: [ROLE, AGE, DECIDER, ...bare('arrestedAt', 'offense')],
  },
  '2d-venture': {
    name: '2d',
    json: request({
      act: 'notify-ice',
      ground: '2d',
      facts: { venture: 'Rented a house and paid two drivers.', part: 'organizer' },
    }),
    needs: [ROLE, AGE, DECIDER, ...bare('venture', 'part')],
  },
  '2e': {
    name: '2e',
    json: request({
      act: 'notify-ice',
      ground: '2e',
      facts: {
        activity: 'Sold crack cocaine from the porch on three evenings.',
        involves: 'drug-distribution',
        basisOfKnowledge: 'Bought twice from the person on the porch.',
        veracity: 'Earlier tips led to seizures; both purchases were watched.',
        affiant: 'Det. R. Sample',
        sources: ['informant', 'surveillance'],
      },
    }),
    needs: [ROLE, AGE, DECIDER, ...bare('activity', 'involves', 'basisOfKnowledge', 'veracity', 'affiant', 'sources')],
  },
};
