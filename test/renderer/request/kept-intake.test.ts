import { describe, expect, test } from 'vitest';
import { EMPTY_INTAKE, IntakeMemory, intakeBack, typedIntake } from '../../../renderer/request/kept-intake.ts';

const NOW = new Date('2026-03-08T05:55:00Z');
const typed = (more: Partial<typeof EMPTY_INTAKE> = {}): typeof EMPTY_INTAKE => ({
  ...EMPTY_INTAKE,
  who: 'ERO Boston, Officer Fictional',
  ...more,
});
/** As it stands in the boxes again. */
function back(given: typeof EMPTY_INTAKE): typeof EMPTY_INTAKE | null {
  const kept = typedIntake(given, null, NOW);
  return kept === null ? null : intakeBack({ ...kept, subject: kept.subject ?? {} });
}

describe('a half-typed intake', () => {
  test('comes back box by box', () => {
    const given = typed({ asked: 'I-247A', whom: 'Testperson, Alex', channel: 'phone', when: '3/7 2110' });
    expect(back(given)).toEqual({ ...given, when: '2026-03-07 21:10' });
    expect(typedIntake(given, 'b-1', NOW)?.subject).toMatchObject({ role: 'arrestee', lastName: 'Testperson' });
  });

  test('comes back with what it asks for as the officer said it, and as the words say it where nobody did', () => {
    expect(back(typed({ asked: 'Form I-247A' }))?.asks).toBeNull();
    expect(back(typed({ asked: 'Form I-247A', asks: [] }))?.asks).toEqual([]);
    expect(back(typed({ asked: 'Form I-247A', asks: ['information'] }))?.asks).toEqual(['information']);
  });

  test('is nothing while no box but the first two was touched', () => {
    expect(typedIntake({ ...EMPTY_INTAKE, channel: 'phone', when: '-10m' }, null, NOW)).toBeNull();
  });

  test('keeps the moment that "now" and "-10m" meant when they were typed', () => {
    expect(back(typed())?.when).toBe('2026-03-08 00:55 -05:00');
    expect(back(typed({ when: '-10m' }))?.when).toBe('2026-03-08 00:45 -05:00');
  });

  test('keeps what passed before in the place of what is refused, and says which box it is', () => {
    const memory = new IntakeMemory(EMPTY_INTAKE);
    memory.typed(typed({ asked: 'I-247A, hold until Friday', whom: 'Testperson' }), null, NOW);
    const kept = memory.typed(typed({ asked: 'He is undocumented', whom: '' }), null, NOW);
    expect(kept).toMatchObject({ left: ['asked'], detail: { asked: 'I-247A, hold until Friday' } });
    expect(kept?.subject?.lastName).toBeUndefined();
    expect(memory.typed(EMPTY_INTAKE, null, NOW)).toBeNull();
    const none = memory.typed(typed({ asked: 'He is undocumented' }), null, NOW);
    expect([none?.left, none?.detail['asked'] ?? '']).toEqual([['asked'], '']);
  });

  test('keeps the other sentences of what is asked, and of a name nothing', () => {
    const memory = new IntakeMemory(EMPTY_INTAKE);
    const asked = 'I-247A. He is undocumented. Hold until Friday.';
    const kept = memory.typed(typed({ asked, whom: 'Testperson. Undocumented' }), null, NOW);
    expect(kept).toMatchObject({
      ...{ left: ['asked', 'lastName'], partly: ['asked'] },
      detail: { asked: 'I-247A. Hold until Friday.' },
    });
    expect(kept?.subject?.lastName).toBeUndefined();
    expect(memory.typed(typed({ asked: 'I-247A.' }), null, NOW)).toMatchObject({ left: [], partly: [] });
  });

  test('forgets what did not pass the screen, and says which box it was', () => {
    const kept = typedIntake(
      typed({ asked: 'He is undocumented', whom: 'Testperson, an illegal alien', when: 'when he was deported' }),
      null,
      NOW,
    );
    expect(kept?.left).toEqual(['at', 'asked', 'lastName']);
    expect(JSON.stringify(kept)).not.toMatch(/undocumented|alien|deported/);
    expect(kept?.detail['agency']).toBe('ERO Boston');
  });
});
