import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0380-guard-accounts');
});
afterAll(() => made.end());

describe('migration 0380-guard-accounts', () => {
  it('makes the tables of accounts, second factors and settings, and nothing else', () => {
    expect(made.tables).toEqual(['account_event', 'second_factor', 'second_factor_event', 'station_setting']);
  });

  it('gives them their columns', () => {
    const columns = (table: string): readonly string[] => Object.keys(made.columns(table));
    expect(columns('account_event')).toEqual(['entry_seq', 'id', 'person_id', 'kind', 'at', 'by', 'mark']);
    expect(columns('second_factor')).toEqual(['entry_seq', 'id', 'person_id', 'nonce', 'sealed', 'at', 'mark']);
    expect(columns('second_factor_event')).toEqual([
      ...['entry_seq', 'id', 'factor_id', 'kind', 'step', 'at', 'by', 'mark'],
    ]);
    expect(columns('station_setting')).toEqual(['entry_seq', 'name', 'value', 'at', 'by', 'mark']);
  });

  it('guards all of them: no code serves twice, nobody lets themselves in, the chief alone sets', () => {
    const kept = ['key_once_entry_seq', 'known_entry_seq', 'no_delete', 'no_update', 'readable_times'];
    expect(made.guards('account_event')).toEqual(
      [...kept, 'by_a_keeper', 'by_another', 'key_once_id', 'known_person_id'].sort(),
    );
    expect(made.guards('second_factor')).toEqual([...kept, 'key_once_id', 'known_person_id', 'of_one_length'].sort());
    expect(made.guards('second_factor_event')).toEqual(
      [...kept, 'by_its_owner', 'key_once_id', 'known_factor_id', 'once_each', 'step_of_a_code'].sort(),
    );
    expect(made.guards('station_setting')).toEqual([...kept, 'by_the_chief'].sort());
  });

  it('finds what somebody did without reading the whole audit', () => {
    expect(made.indexes('audit_event')).toContain('audit_event_of');
  });
});
