import type { BookingLine } from '../../contract/booking.ts';
import { HANDED, type Handed, type ToHandOver } from '../../contract/handover.ts';
import type { Duty } from '../../contract/matter.ts';
import { waitingWord } from '../desk/waiting-word.ts';
import { showMoment } from '../time/show.ts';
import { words } from '../words/words.ts';

const text = words.handover;

/** One thing that is handed over; paper names nobody who is, or may be, under 18 (M28). */
interface Line {
  readonly shown: string;
  readonly onPaper: string;
}

export interface Group {
  readonly name: Handed;
  readonly title: string;
  readonly lines: readonly Line[];
}

const both = (line: string): Line => ({ shown: line, onPaper: line });
const bare = (label: string): string => label.replace(/[.]$/, '');
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

function ofCustody({ number, lastName, firstName, minor, custody }: BookingLine): Line {
  const { releaseEligibleAt: at } = custody;
  const release = at === null ? '' : text.release(showMoment(at));
  const name = `${number}, ${lastName}, ${firstName}`;
  return {
    shown: joined(name, release),
    onPaper: joined(minor ? `${number}, ${words.paper.under18}` : name, release),
  };
}

/** On paper the number of the record alone. */
function ofDuty({ label, about, person, by, left }: Duty): Line {
  const until = left < 0 ? `${text.by(showMoment(by))}, ${text.late}` : text.by(showMoment(by));
  const number = person === null ? about : about.replace(person, '').trim();
  return { shown: joined(bare(label), about, until), onPaper: joined(bare(label), number, until) };
}

function linesOf(list: ToHandOver): Readonly<Record<Handed, readonly Line[]>> {
  return {
    inCustody: list.inCustody.map(ofCustody),
    clocks: list.clocks.map(ofDuty),
    unfinished: list.unfinished.map(ofDuty),
    due: list.due.map(ofDuty),
    drafts: list.drafts.map(({ number }) => both(words.desk.unfinished(number))),
    waiting: list.waiting.map((matter) => both(joined(matter.number, waitingWord(matter)))),
    keptApart: list.keptApart === 0 ? [] : [both(words.desk.quarantined(list.keptApart))],
  };
}

/** What is handed over, under its headings. */
export function groupsOf(list: ToHandOver): readonly Group[] {
  const lines = linesOf(list);
  return HANDED.map((name) => ({ name, title: text.groups[name], lines: lines[name] }));
}

const shownIn = (groups: readonly Group[]): readonly string[] =>
  groups.flatMap(({ name, lines }) => lines.map(({ shown }) => `${name} ${shown}`));

/** What the page tells that it did not before, and of how much it tells no more. */
export interface Change {
  /** The heading and line as one text. */
  readonly fresh: ReadonlySet<string>;
  readonly gone: number;
}

/** What became of a list between two showings. */
export function changeOf(before: readonly Group[], now: readonly Group[]): Change {
  const old = new Set(shownIn(before));
  const present = new Set(shownIn(now));
  const fresh = new Set([...present].filter((line) => !old.has(line)));
  return { fresh, gone: [...old].filter((line) => !present.has(line)).length };
}

export function isFresh({ fresh }: Change, group: Group, line: Line): boolean {
  return fresh.has(`${group.name} ${line.shown}`);
}
