import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0500-list-open-duties');
});
afterAll(() => made.end());

describe('migration 0500-list-open-duties', () => {
  it('makes the list of duties that nobody has ended, which holds nothing else of them', () => {
    expect(made.tables).toEqual(['open_duty']);
    expect(made.columns('open_duty')).toEqual({ duty_id: 'TEXT', mark: 'TEXT' });
    expect(made.guards('open_duty')).toEqual(['as_the_records_say', 'key_once_duty_id', 'no_delete', 'no_update']);
  });

  it('keeps it with every duty and every end of one', () => {
    expect(made.guards('duty')).toEqual(expect.arrayContaining(['into_open_duty', 'out_of_open_duty']));
    expect(made.guards('duty_event')).toContain('out_of_open_duty');
  });

  it('finds by an index whose clock of 2(c) it is, and the last jump of a clock', () => {
    expect(made.indexes('decision')).toContain('decision_moment');
    expect(made.indexes('matter_decision')).toContain('matter_decision_moment');
    expect(made.indexes('duty')).toContain('duty_unbooked');
    expect(made.indexes('duty_event')).toEqual(expect.arrayContaining(['duty_event_clock', 'duty_event_done']));
  });
});
