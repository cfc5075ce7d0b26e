import type { Condition, TestKind } from '../packs/condition.ts';
import type { Finding, Question } from './finding.ts';
import {
  testCompulsion,
  testRequest,
  testSecondCheck,
  testSource,
  testWarrant,
  testWarrantCheck,
} from './object-tests.ts';
import {
  testDiffers,
  testFlag,
  testGiven,
  testInCustody,
  testIs,
  testOffense,
  testOtherThan,
  testPast,
  testPastDay,
  testPerson,
  testText,
  testWithin,
} from './simple-tests.ts';

const TESTS: { readonly [K in TestKind]: (condition: Condition<K>, question: Question) => Finding } = {
  is: testIs,
  given: testGiven,
  text: testText,
  differs: testDiffers,
  flag: testFlag,
  past: testPast,
  'past-day': testPastDay,
  within: testWithin,
  'other-than': testOtherThan,
  offense: testOffense,
  'in-custody': testInCustody,
  person: testPerson,
  source: testSource,
  request: testRequest,
  compulsion: testCompulsion,
  warrant: testWarrant,
  'warrant-check': testWarrantCheck,
  'second-check': testSecondCheck,
};

export const TEST_KINDS: readonly string[] = Object.keys(TESTS);

/** The one door from a pack's data to the code that judges it. */
export function findingOf<K extends TestKind>(condition: Condition<K>, question: Question): Finding {
  return TESTS[condition.test](condition, question);
}
