import type { BookingLine } from '../../contract/booking.ts';
import { HANDED, type Handed, type HandedCounts, type ToHandOver } from '../../contract/handover.ts';
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

/** How many of each, as they are signed. */
export function countsOf(list: ToHandOver): HandedCounts {
  const lines = linesOf(list);
  return {
    inCustody: lines.inCustody.length,
    clocks: lines.clocks.length,
    unfinished: lines.unfinished.length,
    due: lines.due.length,
    drafts: lines.drafts.length,
    waiting: lines.waiting.length,
    keptApart: list.keptApart,
  };
}
