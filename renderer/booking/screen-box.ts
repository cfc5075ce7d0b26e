import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { screenFieldOf } from '../../policy/gate/screened-as.ts';
import { screen } from '../../policy/screen/screen.ts';
import { verdictFrom, type Finding, type ScreenField, type Verdict } from '../../policy/screen/verdict.ts';
import { readAddress } from './address.ts';
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

/** The gate reads a list entry by entry, so a line is screened by itself. */
function screenLines(text: string, kind: ScreenField): Verdict {
  let at = 0;
  const findings = text.split('\n').flatMap((line) => {
    const found = screen(line, kind).findings.map((finding) => moved(finding, at));
    at += line.length + 1;
    return found;
  });
  return verdictFrom(findings);
}

/** A box that holds several fields is screened as a whole, and each part as the gate will screen it. */
function screenParts(text: string, field: FormField): Verdict {
  const whole = screen(text, kindOf(field.name));
  if (whole.blocked) return whole;
  const parts = field.name === 'address' ? readAddress(text) : readOfficer(text);
  const findings = Object.entries(parts).flatMap(([name, value]) =>
    screen(String(value), kinds.get(name) ?? 'code').findings.map((finding) => ({
      ...finding,
      start: 0,
      end: text.length,
    })),
  );
  return verdictFrom([...whole.findings, ...findings.filter((finding) => finding.action === 'block')]);
}

/** What the screen says of a box, in the offsets of its text. */
export function screenBox(field: FormField, text: string): Verdict {
  if (field.type === 'list') return screenLines(text, kindOf(field.name));
  if (field.type === 'address' || field.type === 'officer') return screenParts(text, field);
  return screen(text, kindOf(field.name));
}
