import type { BookingLine } from '../../contract/booking.ts';
import { HANDED, type Handed, type ToHandOver } from '../../contract/handover.ts';
import type { Duty } from '../../contract/matter.ts';
import { waitingWord } from '../desk/waiting-word.ts';
import { showMoment } from '../time/show.ts';
import { words } from '../words/words.ts';

const text = words.handover;

/** One thing that is handed over; paper names nobody who is, or may be, under 18 (M28). */
interface Line {
  /** Which row it is, with the moments that are shown to the minute: what is signed counts them exactly. */
  readonly row: string;
  readonly shown: string;
  readonly onPaper: string;
}

export interface Group {
  readonly name: Handed;
  readonly title: string;
  readonly lines: readonly Line[];
}

const both = (row: string, line: string): Line => ({ row, shown: line, onPaper: line });
const bare = (label: string): string => label.replace(/[.]$/, '');
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

function ofCustody({ bookingId, number, lastName, firstName, minor, custody }: BookingLine): Line {
  const { releaseEligibleAt: at } = custody;
  const release = at === null ? '' : text.release(showMoment(at));
  const name = `${number}, ${lastName}, ${firstName}`;
  return {
    row: `${bookingId} ${at ?? ''}`,
    shown: joined(name, release),
    onPaper: joined(minor ? `${number}, ${words.paper.under18}` : name, release),
  };
}

/** On paper the number of the record alone. */
function ofDuty({ dutyId, label, about, person, by, left }: Duty): Line {
  const until = left < 0 ? `${text.by(showMoment(by))}, ${text.late}` : text.by(showMoment(by));
  const number = person === null ? about : about.replace(person, '').trim();
  return {
    row: `${dutyId} ${by}`,
    shown: joined(bare(label), about, until),
    onPaper: joined(bare(label), number, until),
  };
}

function linesOf(list: ToHandOver): Readonly<Record<Handed, readonly Line[]>> {
  return {
    inCustody: list.inCustody.map(ofCustody),
    clocks: list.clocks.map(ofDuty),
    unfinished: list.unfinished.map(ofDuty),
    due: list.due.map(ofDuty),
    drafts: list.drafts.map(({ bookingId, number }) => both(bookingId, words.desk.unfinished(number))),
    waiting: list.waiting.map((matter) => both(matter.matterId, joined(matter.number, waitingWord(matter)))),
    keptApart: list.keptApart === 0 ? [] : [both('', words.desk.quarantined(list.keptApart))],
  };
}

/** What is handed over, under its headings. */
export function groupsOf(list: ToHandOver): readonly Group[] {
  const lines = linesOf(list);
  return HANDED.map((name) => ({ name, title: text.groups[name], lines: lines[name] }));
}

/** All that is signed of a line. */
const told = ({ name }: Group, { row, shown, onPaper }: Line): string => [name, row, shown, onPaper].join('\n');
const toldIn = (groups: readonly Group[]): ReadonlySet<string> =>
  new Set(groups.flatMap((group) => group.lines.map((line) => told(group, line))));

/** What is told that was not before, and what is told no more, as it was shown. */
export interface Change {
  /** Heading, row and line as one text. */
  readonly fresh: ReadonlySet<string>;
  readonly gone: readonly { readonly group: Handed; readonly shown: string }[];
}

/** What became of a list between two showings: whatever changes its digest is in here. */
export function changeOf(before: readonly Group[], now: readonly Group[]): Change {
  const [old, present] = [toldIn(before), toldIn(now)];
  const gone = before.flatMap((group) =>
    group.lines.filter((line) => !present.has(told(group, line))).map(({ shown }) => ({ group: group.name, shown })),
  );
  return { fresh: new Set([...present].filter((line) => !old.has(line))), gone };
}

export function isFresh({ fresh }: Change, group: Group, line: Line): boolean {
  return fresh.has(told(group, line));
}

/** Lines that stood under this heading before. */
export function goneFrom(change: Change | null, { name }: Group): readonly string[] {
  return (change?.gone ?? []).filter(({ group }) => group === name).map(({ shown }) => shown);
}
