import { isCount } from '../../policy/gate/matter-box.ts';
import { ABOUT_THE_CONTACT } from '../../policy/gate/records.ts';
import type { MatterField } from '../../policy/matters/matter.ts';
import { screen } from '../../policy/screen/screen.ts';
import { verdictFrom, type Verdict } from '../../policy/screen/verdict.ts';
import { readDay } from '../time/read-day.ts';
import { readMoment } from '../time/read-moment.ts';
import { stationDay } from '../time/show.ts';
import { words } from '../words/words.ts';

/** What stands in one box: text, or what is ticked. */
export interface BoxContent {
  readonly text: string;
  readonly picked: readonly string[];
}

export type BoxReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: string | boolean | readonly string[] }
  | { readonly kind: 'choose'; readonly choices: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: string };

const text = words.matter;
const problem = (sentence: string): BoxReading => ({ kind: 'problem', problem: sentence });
const value = (read: string | boolean | readonly string[]): BoxReading => ({ kind: 'value', value: read });

/** What the screen says of a text, as the gate will: a contact may name an agency and its papers. */
export function screenBox(field: MatterField, typed: string): Verdict {
  if (field.type === 'last-four') return screen(typed, 'code');
  if (field.type === 'name') return screen(typed, 'name');
  const verdict = screen(typed, 'reason');
  if (field.type !== 'text' || field.about !== 'contact') return verdict;
  return verdictFrom(verdict.findings.filter((finding) => !ABOUT_THE_CONTACT.has(finding.category)));
}

function readText(field: MatterField & { readonly type: 'text' }, typed: string): BoxReading {
  if (typed.length > field.most) return problem(text.tooLong(String(field.most)));
  if (!screenBox(field, typed).blocked) return value(typed);
  return problem(field.about === 'contact' ? text.blockedContact : text.blocked);
}

function readTime(field: MatterField & { readonly type: 'time' }, typed: string, now: Date): BoxReading {
  const found = readMoment(typed, now, field.ahead ? 'future' : 'past');
  if (found.kind === 'moment') return value(found.at);
  if (found.kind === 'choose') return { kind: 'choose', choices: found.choices };
  return problem(found.kind === 'skipped' ? words.booking.reading.skipped : words.booking.reading.moment);
}

function readLastFour(field: MatterField, typed: string): BoxReading {
  if (!/^[A-Za-z0-9]{4}$/.test(typed)) return problem(text.fourOnly);
  return screenBox(field, typed).blocked ? problem(text.blocked) : value(typed);
}

type Entered = Extract<MatterField, { readonly type: 'flag' | 'count' | 'choice' | 'choices' | 'scan' | 'booking' }>;

function readName(field: MatterField & { readonly type: 'name' }, typed: string): BoxReading {
  if (typed.length > field.most) return problem(text.tooLong(String(field.most)));
  return screenBox(field, typed).blocked ? problem(text.nameStopped) : value(typed);
}

function readBirth(typed: string, now: Date): BoxReading {
  const found = readDay(typed, { today: stationDay(now), partial: false, birth: true });
  return found.kind === 'day' ? value(found.day) : problem(text.notRead);
}

/** What was chosen, ticked or attached, and figures. */
function readEntered(field: Entered, typed: string): BoxReading {
  if (field.type === 'flag') return value(typed === 'yes');
  if (field.type !== 'count' || isCount(typed, field)) return value(typed);
  return problem(text.countOnly(String(field.most)));
}

function readTyped(field: MatterField, typed: string, now: Date): BoxReading {
  if (field.type === 'text') return readText(field, typed);
  if (field.type === 'time') return readTime(field, typed, now);
  if (field.type === 'last-four') return readLastFour(field, typed);
  if (field.type === 'name') return readName(field, typed);
  if (field.type === 'day') return readBirth(typed, now);
  // Lines have a form of their own.
  return field.type === 'rows' ? { kind: 'empty' } : readEntered(field, typed);
}

function ofEmpty(field: MatterField): BoxReading {
  if (!field.required) return { kind: 'empty' };
  if (field.type === 'choices') return problem(text.noneChosen);
  return problem(field.type === 'text' || field.type === 'time' ? text.notTyped : text.notChosen);
}

/** Reads one box; a sentence where something is missing or cannot stay. */
export function readBox(field: MatterField, box: BoxContent, now: Date): BoxReading {
  if (field.type === 'choices') return box.picked.length === 0 ? ofEmpty(field) : value([...box.picked]);
  const typed = box.text.trim();
  return typed === '' ? ofEmpty(field) : readTyped(field, typed, now);
}
