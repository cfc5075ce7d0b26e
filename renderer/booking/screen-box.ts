import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { screenFieldOf } from '../../policy/gate/screened-as.ts';
import { screenTogether } from '../../policy/gate/together.ts';
import { isWeighed } from '../../policy/screen/limits.ts';
import { screen } from '../../policy/screen/screen.ts';
import type { TaughtList } from '../../policy/screen/taught.ts';
import { verdictFrom, type Finding, type ScreenField, type Verdict } from '../../policy/screen/verdict.ts';
import { readAddress } from './address.ts';
import type { PlaceInBox } from '../screened/refused-place.ts';
import { entryAround, sentencesLeft } from '../../policy/sentences/rest-of.ts';
import { sentenceAround } from '../../policy/sentences/sentence-around.ts';
import type { FormField } from './form-fields.ts';
import { readOfficer } from './officer.ts';

const kinds: ReadonlyMap<string, ScreenField> = new Map(
  APPROVED_FIELDS.map((field) => [field.name, screenFieldOf(field)]),
);

function kindOf(name: FormField['name']): ScreenField {
  if (name === 'address') return 'address';
  return name === 'arresting_officer' ? 'name' : (kinds.get(name) ?? 'code');
}

const moved = (finding: Finding, by: number): Finding => ({
  ...finding,
  start: finding.start + by,
  end: finding.end + by,
});

/** A text as the gate will read it, with what it is read as and where it begins in its box; null where it was rewritten. */
interface Unit {
  readonly field: ScreenField;
  readonly text: string;
  readonly at: number | null;
}

/** The gate reads a list entry by entry, so a line is a text by itself; what lines tell together comes after. */
function linesOf(text: string, field: ScreenField): readonly Unit[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const unit = { field, text: line, at };
    at += line.length + 1;
    return unit;
  });
}

/** A box that holds several fields: each part as the gate will screen it. */
function partsOf(text: string, field: FormField): readonly Unit[] {
  const parts = field.name === 'address' ? readAddress(text) : readOfficer(text);
  return Object.entries(parts).map(([name, value]) => {
    const at = text.indexOf(String(value));
    return { field: kinds.get(name) ?? 'code', text: String(value), at: at < 0 ? null : at };
  });
}

function unitsOf(field: FormField, text: string): readonly Unit[] {
  if (field.type === 'list') return linesOf(text, kindOf(field.name));
  if (field.type === 'address' || field.type === 'officer') return partsOf(text, field);
  return [{ field: kindOf(field.name), text, at: 0 }];
}

function screenUnits(units: readonly Unit[], taught: TaughtList | undefined): readonly Finding[] {
  return units.flatMap((unit) => screen(unit.text, unit.field, taught).findings.map((one) => moved(one, unit.at ?? 0)));
}

function isTaught({ text, field }: Unit, taught: TaughtList | undefined): boolean {
  return screen(text, field).blocked && !screen(text, field, taught).blocked;
}

/** A box of parts is screened as a whole as well, but for the parts that were let through. */
function screenParts(text: string, field: FormField, taught: TaughtList | undefined): Verdict {
  const parts = partsOf(text, field);
  const through = parts.filter((part) => isTaught(part, taught));
  const whole = screen(text, kindOf(field.name), taught).findings.filter(
    ({ start, end }) => !through.some(({ at, text: part }) => at !== null && start >= at && end <= at + part.length),
  );
  if (whole.some(({ action }) => action === 'block')) return verdictFrom(whole);
  const all = parts.flatMap((part) =>
    screen(part.text, part.field, taught).findings.map((one) => ({ ...one, start: 0, end: text.length })),
  );
  return verdictFrom([...whole, ...all.filter((finding) => finding.action === 'block')]);
}

/** What the lines of a list tell together, as the gate reads them side by side, each part in the offsets of the box. */
function linesTogether(field: FormField, text: string, taught: TaughtList | undefined): readonly LinesTogether[] {
  if (field.type !== 'list') return [];
  const kind = kindOf(field.name);
  const lines = linesOf(text, kind);
  const found = screenTogether(
    lines.map((line) => line.text),
    kind,
    taught,
  );
  return found.map((one) => ({
    place: { field: kind, text: one.text, start: one.finding.start, end: one.finding.end },
    marks: one.parts.map(({ entry, start, end }) => moved({ ...one.finding, start, end }, lines[entry]?.at ?? 0)),
  }));
}

interface LinesTogether {
  readonly place: PlaceInBox;
  readonly marks: readonly Finding[];
}

/** What the screen says of a box, in the offsets of its text. */
export function screenBox(field: FormField, text: string, taught: TaughtList | undefined): Verdict {
  if (field.type === 'address' || field.type === 'officer') return screenParts(text, field, taught);
  const verdict = verdictFrom(screenUnits(unitsOf(field, text), taught));
  if (verdict.blocked) return verdict;
  const together = linesTogether(field, text, taught).flatMap(({ marks }) => marks);
  return together.length === 0 ? verdict : verdictFrom([...verdict.findings, ...together]);
}

/** What of a refused box may be kept: whole sentences where it holds such, whole entries of a list of names, else nothing. */
export function leftOfBox(field: FormField, text: string, taught: TaughtList | undefined): string {
  const screened = (rest: string): Verdict => screenBox(field, rest, taught);
  const hasSentences = isWeighed(kindOf(field.name));
  if (field.type === 'list') return sentencesLeft(text, screened, hasSentences ? sentenceAround : entryAround);
  return hasSentences ? sentencesLeft(text, screened) : '';
}

/** The place of a box that is marked first, in the text that the gate will read; null where no such text is refused. */
export function placeInBox(
  field: FormField,
  text: string,
  marked: { readonly span: readonly [number, number]; readonly taught: TaughtList | undefined },
): PlaceInBox | null {
  const [start, end] = marked.span;
  for (const unit of unitsOf(field, text)) {
    const { spans } = screen(unit.text, unit.field, marked.taught);
    const from = unit.at ?? 0;
    const touched = spans.filter(([first, last]) => from + first < end && from + last > start);
    const [first, last] = [touched[0], touched.at(-1)];
    if (first !== undefined && last !== undefined) {
      return { field: unit.field, text: unit.text, start: first[0], end: last[1] };
    }
  }
  const together = linesTogether(field, text, marked.taught).find(({ marks }) =>
    marks.some((mark) => mark.start < end && mark.end > start),
  );
  return together?.place ?? null;
}
