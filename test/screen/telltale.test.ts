import { describe, expect, it } from 'vitest';
import { readByLists, screen } from '../../policy/screen/screen.ts';
import { readLabelled } from './labelled.ts';

/** Fields that are not weighed: there a text that cannot tell is not looked at. */
const SHORT = ['code', 'name', 'alias', 'address', 'agency', 'charge-text'] as const;

describe('a text that is passed over', { timeout: 60_000 }, () => {
  it.each(SHORT)('holds nothing that the lists would find: %s', (field) => {
    const texts = [...readLabelled('fresh'), ...readLabelled('corpus').filter(({ split }) => split === 'test')];
    const passed = texts.filter(({ text }) => screen(text, field).findings.length === 0);
    expect(passed.length).toBeGreaterThan(1_000);
    expect(passed.filter(({ text }) => readByLists(text, field).found.length > 0)).toEqual([]);
  });
});
