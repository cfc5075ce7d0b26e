import { describe, expect, test } from 'vitest';
import { clearMatterEvent } from '../../../policy/gate.ts';
import type { MatterDetail, MatterRow } from '../../../policy/matters/matter.ts';
import { readPep, type PepConviction } from '../../../policy/matters/pep.ts';
import { convictionRow, pepClaimIn } from '../../../policy/matters/triage.ts';
import { handed } from '../gate/handed.ts';

const AT = '2026-11-20T01:30:00-05:00';
const NOW = '2026-11-20T02:00:00-05:00';
const conviction = (more: Partial<PepConviction> = {}): PepConviction => ({
  ...{ incident: '2019-05-01', court: 'Exampleton District Court', outcome: 'convicted', level: 'misdemeanor' },
  ...{ statusElement: 'no', listed: 'none', daysToServe: 30 },
  ...more,
});
function codes(detail: unknown): readonly string[] {
  const { refusals = [] } = handed(clearMatterEvent, ['request', { kind: 'triaged', at: AT, detail }, { now: NOW }]);
  return refusals.map(({ code, field }) => `${code} ${String(field)}`);
}
function kept(detail: MatterDetail): MatterDetail {
  const cleared = clearMatterEvent('request', { kind: 'triaged', at: AT, detail }, { now: NOW });
  if (!cleared.ok) throw new Error(JSON.stringify(cleared.refusals));
  return cleared.value.detail;
}
const row = (more: MatterRow = {}): MatterRow => ({ ...convictionRow(conviction()), ...more });

describe('the priority that a request claims', () => {
  test('is kept with each conviction and with what is missing', () => {
    const convictions = [row(), row({ incident: '26-CR-17', days: '0' })];
    expect(kept({ priority: '2a', convictions })).toEqual({ priority: '2a', convictions, missing: ['incidents'] });
  });

  test('says what is missing by its facts, whatever was told of that', () => {
    const felony = [row({ level: 'felony' })];
    expect(kept({ priority: '1d', convictions: felony, missing: ['conviction'] })).not.toHaveProperty('missing');
    expect(kept({ priority: '1d', missing: [] })['missing']).toEqual(['conviction']);
    expect(kept({ priority: '1a', missing: ['statute'] })).toEqual({ priority: '1a' });
  });

  test('reads the same from what is kept as from what was told', () => {
    const told = [
      conviction(),
      conviction({ incident: '', court: ' ', daysToServe: null, listed: 'oui', level: 'minor-traffic' }),
      conviction({ outcome: 'cwof', statusElement: 'unknown', daysToServe: 0 }),
    ];
    for (const claimed of ['1c', '1d', '1e', '2a', '2b'] as const) {
      const claim = { claimed, convictions: told, gangStatute: false, gangPart: true, legalDetermination: true };
      const detail = kept({
        ...{ priority: claimed, gangPart: true, determinedBy: 'District counsel' },
        convictions: told.map(convictionRow),
      });
      const again = pepClaimIn(detail);
      expect(again === null ? null : readPep(again)).toEqual(readPep(claim));
      expect(detail['missing'] ?? []).toEqual(readPep(claim).missing);
    }
  });

  test('of a record from before is left as it was kept', () => {
    const old = { priority: 'none-shown', missing: ['conviction'] };
    expect(kept(old)).toEqual(old);
    expect(pepClaimIn(old)).toBeNull();
  });
});

describe('a conviction', () => {
  test('is refused box by box, by its place', () => {
    expect(codes({ priority: '1d', convictions: [row(), row({ court: 'He is undocumented' })] })).toEqual([
      'status-in-text event.detail.convictions.1.court',
    ]);
    expect(codes({ priority: '1d', convictions: [row({ level: 'serious' })] })).toEqual([
      'wrong-value event.detail.convictions.0.level',
    ]);
    expect(codes({ priority: '1d', convictions: [row({ days: '007' })] })).toEqual([
      'wrong-value event.detail.convictions.0.days',
    ]);
    expect(codes({ priority: '1d', convictions: [row({ outcome: '' })] })).toEqual([
      'missing-value event.detail.convictions.0.outcome',
    ]);
  });

  test('has its own boxes and no other', () => {
    expect(codes({ priority: '1d', convictions: [row({ citizenship: 'X' })] })).toEqual([
      'protected-field event.detail.convictions.0.citizenship',
    ]);
    expect(codes({ priority: '1d', convictions: [['2019-05-01']] })).toEqual([
      'wrong-value event.detail.convictions.0',
    ]);
    for (const shape of ['2019-05-01', true, { 0: row() }]) {
      expect(codes({ priority: '1d', convictions: shape })).toEqual(['wrong-value event.detail.convictions']);
    }
  });

  test('stands among twenty at most', () => {
    const many = (count: number) => Array.from({ length: count }, () => row());
    expect(codes({ priority: '1d', convictions: many(20) })).toEqual([]);
    expect(codes({ priority: '1d', convictions: many(21) })).toEqual(['wrong-value event.detail.convictions']);
  });
});
