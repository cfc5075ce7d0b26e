import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MATTER_RULES, openingEvents } from '../../policy/matters/matter-rules.ts';
import { MATTER_KINDS } from '../../policy/matters/matter.ts';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0350-name-later');
});
afterAll(() => made.end());

function guardOf(name: string): string {
  return String(made.connection.prepare('select sql from sqlite_schema where name = ?').pluck().get(name));
}

/** Kinds of matter and event that a guard names. */
const named = (name: string): readonly string[] =>
  [...new Set([...guardOf(name).matchAll(/'([a-z-]+[/][a-z-]+)'/g)].map(([, pair]) => pair ?? ''))].toSorted();

const pairs = (wanted: (kind: (typeof MATTER_KINDS)[number], event: string) => boolean): readonly string[] =>
  MATTER_KINDS.flatMap((kind) =>
    MATTER_RULES[kind].events.filter((event) => wanted(kind, event.kind)).map((event) => `${kind}/${event.kind}`),
  ).toSorted();

const rule = (kind: (typeof MATTER_KINDS)[number], event: string) =>
  MATTER_RULES[kind].events.find((one) => one.kind === event);

describe('migration 0350-name-later', () => {
  it('makes no table, but a view of each matter as it stands', () => {
    expect(made.tables).toEqual([]);
    const view = made.connection.prepare("select name from sqlite_schema where type = 'view'").pluck().all();
    expect(view).toEqual(['matter_now']);
  });

  it('guards whom an event names', () => {
    expect(made.guards('matter_event').filter((name) => name.startsWith('names_'))).toEqual([
      'names_a_booking_that_is_there',
      'names_in_a_role_of_its_kind',
      'names_somebody',
    ]);
  });

  it('holds every kind of matter to the course that the rules say', () => {
    expect(named('matter_event_of_its_kind')).toEqual(pairs(() => true));
    expect(named('matter_event_begins_once')).toEqual(
      pairs((kind, event) => openingEvents(kind).some((one) => one.kind === event)),
    );
    expect(named('matter_event_open_matter')).toEqual(pairs((kind, event) => rule(kind, event)?.closes === true));
    expect(named('matter_event_policy_asked_first')).toEqual(
      pairs((kind, event) => (rule(kind, event)?.act ?? null) !== null),
    );
    expect(made.guards('matter_event')).toContain('notice_on_the_log');
  });

  it('asks for the act of each event', () => {
    for (const kind of MATTER_KINDS) {
      for (const { kind: event, act } of MATTER_RULES[kind].events) {
        if (act !== null)
          expect(guardOf('matter_event_policy_asked_first')).toContain(`('${kind}/${event}', '${act}')`);
      }
    }
  });
});
