import { describe, expect, it } from 'vitest';
import type { Matter } from '../../../contract/matter.ts';
import { fallenWarrant } from '../../../renderer/matter/warrant-check.ts';

type Events = Matter['events'];

function checked(...answers: readonly string[]): Pick<Matter, 'closedAt' | 'events'> {
  const events: Events = answers.map((status, index) => ({
    ...{
      id: String(index),
      kind: 'wms-check',
      at: '2026-03-08T01:40:00-05:00',
      enteredAt: '2026-03-08T01:40:00-05:00',
    },
    ...{ by: 'R. Sample', detail: { query: '88121', status }, sealed: null, decision: null },
  }));
  return { closedAt: null, events };
}

describe('a warrant that is looked up once more', () => {
  it.each([
    [['active'], null],
    [['active', 'recalled'], 'recalled'],
    [['served'], 'served'],
    [['recalled', 'active'], null],
    [[], null],
  ])('after %j stops the arrest: %s', (answers, fallen) => {
    expect(fallenWarrant(checked(...answers))).toBe(fallen);
  });

  it('says so while the matter runs', () => {
    expect(fallenWarrant({ ...checked('recalled'), closedAt: '2026-03-08T02:00:00-05:00' })).toBeNull();
  });
});
