// Checks the facts of a ground, at any depth. Status is never a fact: policy 2, exceptions 1 and 2.
import { approvedNamed, classifyName } from '../fields/classify.ts';
import type { Refusal } from '../refusal.ts';
import { screen } from '../screen/screen.ts';
import { factText } from './fact-texts.ts';
import { ABOUT_THE_CONTACT, joinReports, NOTHING, reportOn, type Report } from './records.ts';
import { refuseName, refuseShape, showable } from './refusals.ts';
import { isRecord, isText } from './shapes.ts';

/** Deeper nesting is refused as it stands. */
const DEEPEST = 16;

interface Place {
  readonly path: string;
  readonly depth: number;
}

function checkText(key: string, value: string, path: string): Report {
  const { field, about, words } = factText(key);
  if (words.has(value)) return NOTHING;
  return reportOn(value, { path, field }, about === 'contact' ? ABOUT_THE_CONTACT : undefined);
}

function checkFact(key: string, value: unknown, place: Place): Report {
  if (isText(value)) return checkText(key, value, place.path);
  if (typeof value !== 'object' || value === null) return NOTHING;
  if (place.depth >= DEEPEST) return { refusals: [{ code: 'wrong-value', field: place.path }], warnings: [] };
  return checkUnder(value, key, place);
}

/** The refusal of a name that is protected, or that says by itself what no text may. */
function refuseTelling(path: string, name: string): Refusal | null {
  const telling = classifyName(name).kind === 'protected' || screen(name, 'title').blocked;
  return telling && approvedNamed(name) === undefined ? refuseName(path, name) : null;
}

function checkNamed(name: string, child: unknown, place: Place): Report {
  const refusal = refuseTelling(place.path, name);
  if (refusal !== null) return { refusals: [refusal], warnings: [] };
  const path = `${place.path}.${showable(name, classifyName(name))}`;
  return checkFact(name, child, { path, depth: place.depth + 1 });
}

function checkUnder(value: object, key: string, place: Place): Report {
  const listed = Array.isArray(value);
  const depth = place.depth + 1;
  return joinReports(
    Object.entries(value).map(([name, child]: readonly [string, unknown]) =>
      listed ? checkFact(key, child, { path: `${place.path}.${name}`, depth }) : checkNamed(name, child, place),
    ),
  );
}

/** Facts of a ground, whatever is handed in: no protected name at any depth, no status in any text. */
export function checkFacts(facts: unknown): Report {
  if (!isRecord(facts)) return { refusals: [refuseShape('facts', facts)], warnings: [] };
  return checkUnder(facts, 'facts', { path: 'facts', depth: 0 });
}
