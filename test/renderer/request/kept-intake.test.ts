import { describe, expect, test } from 'vitest';
import { EMPTY_INTAKE, keepIntake } from '../../../renderer/request/kept-intake.ts';

const NOW = new Date('2026-03-08T05:55:00Z');
const typed = (more: Partial<typeof EMPTY_INTAKE> = {}): typeof EMPTY_INTAKE => ({
  ...EMPTY_INTAKE,
  who: 'ERO Boston, Officer Fictional',
  ...more,
});

describe('a half-typed intake', () => {
  test('is remembered box by box, with the booking that was chosen', () => {
    const kept = keepIntake(typed({ asked: 'I-247A', whom: 'Testperson, Alex', channel: 'phone' }), 'b-1', NOW);
    expect(kept).toMatchObject({
      typed: { channel: 'phone', who: 'ERO Boston, Officer Fictional', asked: 'I-247A', whom: 'Testperson, Alex' },
      bookingId: 'b-1',
      left: [],
    });
  });

  test('is nothing while no box but the first two was touched', () => {
    expect(keepIntake({ ...EMPTY_INTAKE, channel: 'phone', when: '-10m' }, null, NOW)).toBeNull();
  });

  test('keeps the moment that "now" and "-10m" meant when they were typed', () => {
    expect(keepIntake(typed(), null, NOW)?.typed.when).toBe('2026-03-08 00:55 -05:00');
    expect(keepIntake(typed({ when: '-10m' }), null, NOW)?.typed.when).toBe('2026-03-08 00:45 -05:00');
    expect(keepIntake(typed({ when: '3/7 2110' }), null, NOW)?.typed.when).toBe('2026-03-07 21:10');
  });

  test('forgets what did not pass the screen, and says which box it was', () => {
    const kept = keepIntake(
      typed({ asked: 'He is undocumented', whom: 'Testperson, an illegal alien', when: 'when he was deported' }),
      null,
      NOW,
    );
    expect(kept?.left).toEqual(['when', 'asked', 'whom']);
    expect(JSON.stringify(kept)).not.toMatch(/undocumented|alien|deported/);
    expect(kept?.typed.who).toBe('ERO Boston, Officer Fictional');
  });
});
