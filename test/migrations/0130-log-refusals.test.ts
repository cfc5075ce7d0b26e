import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0130-log-refusals');
});
afterAll(() => made.end());

describe('migration 0130-log-refusals', () => {
  it('makes the tables of refusals and sessions, and nothing else', () => {
    expect(made.tables).toEqual(['refusal_log', 'session_event']);
  });

  it('gives refusal_log its columns', () => {
    expect(made.columns('refusal_log')).toEqual({
      id: 'TEXT',
      at: 'TEXT',
      person_id: 'TEXT',
      call: 'TEXT',
      code: 'TEXT',
      category: 'TEXT',
      clause: 'TEXT',
      field: 'TEXT',
      length: 'INTEGER',
      mark: 'TEXT',
    });
  });

  it('guards refusal_log', () => {
    expect(made.guards('refusal_log')).toEqual([
      'key_once_id',
      'known_person_id',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });

  it('finds rows of refusal_log by an index', () => {
    expect(made.indexes('refusal_log')).toEqual(['refusal_log_at']);
  });

  it('gives session_event its columns', () => {
    expect(made.columns('session_event')).toEqual({
      id: 'TEXT',
      at: 'TEXT',
      person_id: 'TEXT',
      kind: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards session_event', () => {
    expect(made.guards('session_event')).toEqual([
      'key_once_id',
      'known_person_id',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });

  it('finds rows of session_event by an index', () => {
    expect(made.indexes('session_event')).toEqual(['session_event_at']);
  });
});
