import type { Beside, Moment } from '../../contract/beside.ts';
import { eventWord } from '../matter/matter-words.ts';
import { words } from '../words/words.ts';

const text = words.beside;

/** What happened, in one line: "ERO Boston came here: declined". */
export function momentWord(moment: Moment): string {
  if (moment.of === 'contact') {
    const who = text.contact[moment.direction][moment.channel](moment.agency);
    return text.with(who, words.notification.outcomes[moment.outcome]);
  }
  const { kind, event, agency } = moment;
  const what = text.events[kind]?.[event] ?? eventWord(kind, event);
  return agency === null ? what : text.with(what, agency);
}

/** A matter or a contact, as one row of a list. */
export interface BesideRow {
  readonly id: string;
  readonly of: Moment['of'];
  readonly number: string;
  readonly what: string;
  readonly at: string;
  /** Empty where nothing came after it. */
  readonly last: string;
}

function matterRow(line: Beside['matters'][number], moments: readonly Moment[]): BesideRow {
  const own = moments.filter((moment) => moment.of === 'matter' && moment.matterId === line.matterId);
  const [first] = own;
  const { matterId: id, number, kind, lastEvent, openedAt } = line;
  const what = first === undefined ? words.matter.kinds[kind] : momentWord(first);
  const last = own.length > 1 ? eventWord(kind, lastEvent) : '';
  return { id, of: 'matter', number, what, at: first?.at ?? openedAt, last };
}

/** Matters and contacts together, by the time at which each began. */
export function besideRows({ matters, moments }: Beside): readonly BesideRow[] {
  const contacts = moments.flatMap((moment): readonly BesideRow[] => {
    if (moment.of !== 'contact') return [];
    const { notificationId: id, number, at, direction, channel, agency, outcome } = moment;
    const what = text.contact[direction][channel](agency);
    return [{ id, of: 'contact', number, what, at, last: words.notification.outcomes[outcome] }];
  });
  const rows = [...matters.map((line) => matterRow(line, moments)), ...contacts];
  return rows.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
