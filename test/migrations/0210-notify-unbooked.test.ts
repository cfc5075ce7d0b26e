import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MATTER_RULES, openingEvents } from '../../policy/matters/matter-rules.ts';
import { MATTER_KINDS } from '../../policy/matters/matter.ts';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0210-notify-unbooked');
});
afterAll(() => made.end());

function guardOf(name: string): string {
  return String(made.connection.prepare('select sql from sqlite_schema where name = ?').pluck().get(name));
}

/** Kinds of matter and event that a guard names. */
const named = (name: string): readonly string[] =>
  [...new Set([...guardOf(name).matchAll(/'([a-z-]+[/][a-z-]+)'/g)].map(([, pair]) => pair ?? ''))].toSorted();

/** What came after it is not its own. */
const SINCE = ['named'];
const pairs = (wanted: (kind: (typeof MATTER_KINDS)[number], event: string) => boolean): readonly string[] =>
  MATTER_KINDS.flatMap((kind) =>
    MATTER_RULES[kind].events
      .filter((event) => !SINCE.includes(event.kind) && wanted(kind, event.kind))
      .map((event) => `${kind}/${event.kind}`),
  ).toSorted();

const rule = (kind: (typeof MATTER_KINDS)[number], event: string) =>
  MATTER_RULES[kind].events.find((one) => one.kind === event);

describe('migration 0210-notify-unbooked', () => {
  it('makes no table', () => {
    expect(made.tables).toEqual([]);
  });

  it('asks one question of every notice where two asked before', () => {
    const guards = made.guards('notification');
    expect(guards).toEqual(expect.arrayContaining(['ground_whoever_asked', 'of_no_booking_no_more']));
    expect(guards).not.toContain('ground_stands');
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
