// What a pack says twice, or says beside its closed lists: none of it fails when a case is judged, and all of it misleads.
import { CHOICES, CHOICE_FACTS, SOURCES, type NamedFact } from '../decide/fact-names.ts';
import { SUBJECT_ROLES } from '../decision.ts';
import { OFFENSES } from '../offenses/catalogue.ts';
import type { Role } from '../people.ts';
import type { FactEntry, GroundRule, Pack } from './pack.ts';
import type { Report } from './shape.ts';

/** M21: one only reads, the other has no case access; neither stands behind a decision. */
const OUTSIDERS: readonly Role[] = ['auditor', 'administrator'];

export function checkLists(pack: Pack, report: Report): void {
  for (const [place, roles] of Object.entries(pack.people)) checkRoles(roles, `people.${place}`, report);
  noRepeat(pack.minors.acts, 'minors.acts', report);
  pack.matrix.forEach(({ acts, subjects }, index) => {
    noRepeat(acts, `matrix.${index}.acts`, report);
    noRepeat(subjects, `matrix.${index}.subjects`, report);
  });
  pack.facts.forEach((entry, index) => checkOptions(entry, `facts.${index}`, report));
  pack.grounds.forEach((rule, index) => checkGround(rule, `grounds.${index}`, report));
}

/** An id that stands in a list a second time. */
export function noRepeat(ids: readonly string[], where: string, report: Report): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) report(`${where}.${index}`, `repeats ${id}`);
  });
}

function checkRoles(roles: readonly Role[], where: string, report: Report): void {
  noRepeat(roles, where, report);
  roles.forEach((role, index) => {
    if (OUTSIDERS.includes(role))
      report(`${where}.${index}`, `${role} decides nothing: that role has no part in cases`);
  });
}

/** Every value that a fact may have, where its list is closed. */
function closedList(fact: NamedFact): readonly string[] | undefined {
  const choice = CHOICE_FACTS.find((one) => one === fact);
  if (choice !== undefined) return CHOICES[choice];
  if (fact === 'sources') return SOURCES;
  return fact === 'subject.role' ? SUBJECT_ROLES : undefined;
}

function checkOptions({ fact, options }: FactEntry, where: string, report: Report): void {
  const list = closedList(fact);
  if (list === undefined) {
    if (options !== undefined) report(`${where}.options`, `${fact} is not chosen from a list`);
    return;
  }
  if (options === undefined) {
    report(`${where}.options`, `is missing: ${fact} is chosen from a list`);
    return;
  }
  const values = options.map(({ value }) => value);
  noRepeat(values, `${where}.options`, report);
  values.forEach((value, index) => {
    if (!list.includes(value)) report(`${where}.options.${index}.value`, `names ${value}, which ${fact} cannot be`);
  });
}

function checkGround({ needs, anyOf, duties, offenses }: GroundRule, where: string, report: Report): void {
  noTwins(needs, `${where}.needs`, report);
  anyOf.forEach((way, index) => noTwins(way.needs, `${where}.anyOf.${index}.needs`, report));
  noTwins(duties, `${where}.duties`, report);
  offenses?.byTarget.forEach((id, index) => {
    if (!OFFENSES.some((offense) => offense.id === id))
      report(`${where}.offenses.byTarget.${index}`, `names ${id}, which is not in the offense catalogue`);
  });
}

/** The very same condition or duty once more. */
function noTwins(list: readonly object[], where: string, report: Report): void {
  const texts = list.map((one) => JSON.stringify(one));
  texts.forEach((text, index) => {
    const first = texts.indexOf(text);
    if (first !== index) report(`${where}.${index}`, `says the same as ${first}`);
  });
}
