import type { Condition } from '../packs/condition.ts';
import type { Finding, Question, TextBlocked } from './finding.ts';
import type { Moment } from './moment.ts';
import { standingOf } from './offense-standing.ts';
import { stationDay } from './station-clock.ts';

const MINUTE = 60_000;

export function testIs(condition: Condition<'is'>, { request }: Question): Finding {
  const value = request.facts.words[condition.fact];
  if (value === undefined) return 'missing';
  return condition.values.includes(value) ? 'fits' : 'unfit';
}

export function testGiven({ fact }: Condition<'given'>, { request }: Question): Finding {
  const { words, lists } = request.facts;
  const there = fact === 'sources' || fact === 'standardIdSought' ? lists[fact] : words[fact];
  return there === undefined ? 'missing' : 'fits';
}

export function testText({ fact }: Condition<'text'>, { request, blocked }: Question): Finding {
  return textFinding(request.facts.texts[fact], blocked);
}

/** Both prongs of 2(e) must be told: one told twice is one. */
export function testDiffers(condition: Condition<'differs'>, { request, blocked }: Question): Finding {
  const text = request.facts.texts[condition.fact];
  const finding = textFinding(text, blocked);
  const other = request.facts.texts[condition.from];
  if (finding !== 'fits' || text === undefined || other === undefined) return finding;
  return words(text) === words(other) ? 'unfit' : 'fits';
}

export function testFlag({ fact, value }: Condition<'flag'>, { request }: Question): Finding {
  const flag = request.facts.flags[fact];
  if (flag === undefined) return 'missing';
  return flag === value ? 'fits' : 'unfit';
}

export function testPast({ fact }: Condition<'past'>, { request }: Question): Finding {
  return pastFinding(request.facts.times[fact], request.at);
}

export function testPastDay({ fact }: Condition<'past-day'>, { request }: Question): Finding {
  const day = request.facts.days[fact];
  if (day === undefined) return 'missing';
  return day <= stationDay(request.at) ? 'fits' : 'unfit';
}

/** Not later than so many minutes after another time, or after now while that time is not known. */
export function testWithin(condition: Condition<'within'>, { request }: Question): Finding {
  const time = request.facts.times[condition.fact];
  const start = request.facts.times[condition.after] ?? request.at;
  if (time === undefined) return 'missing';
  return time.ms <= start.ms + condition.minutes * MINUTE ? 'fits' : 'unfit';
}

export function testOtherThan({ fact, values }: Condition<'other-than'>, { request }: Question): Finding {
  const list = request.facts.lists[fact];
  if (list === undefined) return 'missing';
  return list.some((entry) => !values.includes(entry)) ? 'fits' : 'unfit';
}

export function testOffense({ fact, accepts }: Condition<'offense'>, { request, rule }: Question): Finding {
  const offense = request.facts.offenses[fact];
  if (offense === undefined) return 'missing';
  const standing = rule.offenses === undefined ? undefined : standingOf(offense, rule.offenses);
  return standing !== undefined && accepts.includes(standing) ? 'fits' : 'unfit';
}

export function testInCustody(_: Condition<'in-custody'>, { request }: Question): Finding {
  const { inCustody, releasedAt } = request.custody;
  if (inCustody === false || (releasedAt !== undefined && releasedAt.ms <= request.at.ms)) return 'unfit';
  return inCustody === undefined ? 'missing' : 'fits';
}

/** A co-signer is somebody else than the decider; the chief may stand beside own decisions, not co-sign them. */
export function testPerson({ fact }: Condition<'person'>, { request, pack }: Question): Finding {
  const { decider, cosigner, chief } = request.people;
  if (fact === 'people.chief')
    return chief === undefined ? 'missing' : asFinding(pack.people.chief.includes(chief.role));
  if (cosigner === undefined) return 'missing';
  const sameAsDecider = decider?.id.trim() === cosigner.id.trim();
  return asFinding(pack.people.cosigner.includes(cosigner.role) && !sameAsDecider);
}

export function pastFinding(time: Moment | undefined, at: Moment): Finding {
  if (time === undefined) return 'missing';
  return time.ms <= at.ms ? 'fits' : 'unfit';
}

function asFinding(fits: boolean): Finding {
  return fits ? 'fits' : 'unfit';
}

/** A reason has at least ten characters and a letter; one that tells status is no reason. */
function textFinding(text: string | undefined, blocked: TextBlocked): Finding {
  const trimmed = text?.trim() ?? '';
  if (Array.from(trimmed).length < 10 || !/\p{L}/u.test(trimmed)) return 'missing';
  return blocked(trimmed) ? 'unfit' : 'fits';
}

/** Capitals, spaces and punctuation aside. */
function words(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
