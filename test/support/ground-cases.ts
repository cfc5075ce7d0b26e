// One case of every ground, as an officer would tell it. The person is booked for assault and battery by means of a
// dangerous weapon by the station's own officers an hour ago; everybody here is made up.
import type { Told } from './grounds.ts';

export const SERGEANT = { name: 'sergeant', passphrase: 'seven quiet herons by the mill' };

export interface GroundCase {
  readonly ground: string;
  readonly cite: string;
  /** As its heading says. */
  readonly title: string;
  readonly act: string;
  readonly facts: readonly Told[];
}

const COSIGNED: Told = { fact: 'The co-signer', signer: SERGEANT };

export const CASES: readonly GroundCase[] = [
  { ground: '2a', cite: '2(a)', title: '2(a) Arrested by us for a violent felony', act: 'notify-ice', facts: [] },
  {
    ground: '2b',
    cite: '2(b)',
    title: '2(b) In our custody, convicted of a violent felony',
    act: 'ask-status',
    facts: [
      {
        fact: 'The source of the conviction',
        parts: { Kind: 'Board of Probation', 'Query or docket number': 'BOP 4471', When: '-20m' },
      },
      { fact: 'The convicting court', typed: 'Exampleton District Court' },
      { fact: 'The offense of the conviction', offense: 'armed robbery' },
      { fact: 'The day of the conviction', typed: '6/30/2011' },
      { fact: 'The outcome of the case', chosen: 'Convicted' },
      { fact: 'Why it is reliable', typed: 'Name and date of birth agree with the certified docket.' },
      { fact: 'Whether it is sealed or expunged', chosen: 'no' },
    ],
  },
  {
    ground: '2c',
    cite: '2(c)',
    title: '2(c) Terrorism',
    act: 'notify-ice',
    facts: [
      { fact: 'When the facts were known', typed: '-5m' },
      {
        fact: 'The facts behind the suspicion',
        typed: 'Bought timers and ball bearings and drew the plan of a station.',
      },
      { fact: 'That protected speech is not the basis', chosen: 'yes' },
      COSIGNED,
    ],
  },
  {
    ground: '2d',
    cite: '2(d)',
    title: '2(d) Bringing people into the country',
    act: 'participate-investigation',
    facts: [
      {
        fact: 'The organized venture',
        typed: 'Paid two drivers and kept eleven people behind locks in a rented house.',
      },
      { fact: "The person's part in the venture", chosen: 'Organizer' },
    ],
  },
  {
    ground: '2e',
    cite: '2(e)',
    title: '2(e) Gang activity with violence or drug distribution',
    act: 'query-immigration-database',
    facts: [
      { fact: 'The activity', typed: 'Sold crack cocaine from the rear porch on three evenings.' },
      { fact: 'Violence or drug distribution', chosen: 'Drug distribution' },
      { fact: 'How the source knows', typed: 'Bought twice from the person on the porch.' },
      { fact: 'Why the source is believed', typed: 'Four earlier tips of this source led to seizures.' },
      { fact: 'The affiant', typed: 'Det. R. Sample' },
      { fact: 'The sources', ticked: ['Informant', 'Surveillance'] },
    ],
  },
  {
    ground: 'X1',
    cite: 'Policy, exception 1',
    title: 'Policy, exception 1 Formal request within a criminal investigation',
    act: 'assist-operation',
    facts: [
      { fact: 'The requesting agency', typed: 'HSI' },
      { fact: 'The requesting unit', typed: 'Exampleton field office' },
      { fact: 'The requesting official', typed: 'Agent K. Placeholder' },
      { fact: 'The call back', chosen: 'yes' },
      { fact: 'The instrument', parts: { Kind: 'By word of mouth', 'When it was asked': '-30m' } },
      { fact: 'The criminal statute', typed: '18 U.S.C. 1956' },
      { fact: 'The federal case number', typed: 'EX-26-0417' },
      { fact: 'The day the case was opened', typed: '1/12/2026' },
      { fact: 'What is asked', typed: 'A copy of the property list of 4 March.' },
      { fact: 'The check for sealed records', chosen: 'Nothing sealed' },
    ],
  },
  {
    ground: 'X2',
    cite: 'Policy, exception 2',
    title: 'Policy, exception 2 Serious threat, no listed ground',
    act: 'notify-ice',
    facts: [
      { fact: 'What happened', typed: 'Drove a van at the gate of the water works and fled on foot.' },
      { fact: 'Why it is serious', typed: 'The van carried forty liters of fuel and a detonator.' },
      { fact: 'The kind of threat', chosen: 'Public safety' },
      { fact: 'What the threat is seen from', typed: 'Two officers saw the detonator and the lab confirmed it.' },
      { fact: 'Why no listed ground fits', typed: 'Nobody is arrested for it yet and no group is known.' },
      COSIGNED,
    ],
  },
  {
    ground: '1c',
    cite: '1(c)',
    title: '1(c) Standard identification is unavailable',
    act: 'request-travel-document',
    facts: [
      { fact: 'The standard identification that was sought', typed: "driver's license, state identification card" },
      { fact: 'Why it is unavailable', chosen: 'Not carried' },
      { fact: 'Whether records verified the person', chosen: 'no' },
    ],
  },
  {
    ground: '3b-ii',
    cite: '3(b)(ii)',
    title: '3(b)(ii) Also wanted on a Massachusetts criminal warrant',
    act: 'assist-operation',
    facts: [
      { fact: 'The time of the request', typed: '-20m' },
      {
        fact: 'The warrant',
        parts: {
          'Warrant number': '2612CR000417',
          Court: 'Exampleton District Court',
          Offense: 'Larceny',
          Kind: 'Default in a criminal case',
        },
      },
      {
        fact: 'The WMS check',
        parts: { 'Query number': '88121', When: '-10m', Status: 'Active' },
        ticked: ['Name', 'Date of birth'],
      },
    ],
  },
  {
    ground: '3c',
    cite: '3(c)',
    title: '3(c) Detention on a criminal basis',
    act: 'detain',
    facts: [
      { fact: 'The basis of the detention', chosen: 'Criminal activity' },
      { fact: 'The facts of the criminal activity', typed: 'Seen breaking the rear window of the shop with a bar.' },
    ],
  },
];
