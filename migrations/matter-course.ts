// The course of matters as the database guards it. Frozen like the migrations that use it: a change needs a new file.
import { guard } from './guards.ts';

/** Of one event: whether a matter begins or ends with it, and the act that the policy is asked about before it. */
export interface CourseEvent {
  readonly begins?: true;
  readonly ends?: true;
  readonly act?: string;
}

/** Kind of the matter and of the event: `request/received`. */
export type Course = Readonly<Record<string, CourseEvent>>;

/** Names of the triggers that hold a matter to its course. */
const NAMES = ['of_its_kind', 'begins_once', 'open_matter', 'policy_asked_first'] as const;
type Name = (typeof NAMES)[number];

const PAIR = `(select kind from matter where id = new.matter_id) || '/' || new.kind`;
const EARLIER = `select 1 from matter_event e join matter m on m.id = e.matter_id where e.matter_id = new.matter_id`;

function pairs(course: Course, wanted: (event: CourseEvent) => boolean): string {
  const found = Object.entries(course).filter(([, event]) => wanted(event));
  return found.map(([pair]) => `'${pair}'`).join(', ');
}

function conditions(course: Course): Readonly<Record<Name, string>> {
  const acts = Object.entries(course).flatMap(([pair, { act }]) =>
    act === undefined ? [] : [`('${pair}', '${act}')`],
  );
  const ends = pairs(course, ({ ends: closes }) => closes === true);
  return {
    of_its_kind: `${PAIR} in (${pairs(course, () => true)})`,
    begins_once: `(${PAIR} in (${pairs(course, ({ begins }) => begins === true)})) = not exists (${EARLIER})`,
    open_matter: `not exists (${EARLIER} and m.kind || '/' || e.kind in (${ends}))`,
    policy_asked_first: `${PAIR} not in (${pairs(course, ({ act }) => act !== undefined)})
    or exists (select 1 from matter_decision d where d.entry_seq = new.entry_seq and d.matter_id = new.matter_id
    and d.event = new.kind and d.outcome = 'allow' and (${PAIR}, d.act) in (values ${acts.join(', ')}))`,
  };
}

/** Statements that put the whole course in the place of the one before: an event that stands in no list is refused. */
export function replaceCourse(course: Course): readonly string[] {
  const good = conditions(course);
  return NAMES.flatMap((name) => [`drop trigger matter_event_${name}`, guard('matter_event', name, good[name])]);
}
