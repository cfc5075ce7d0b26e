import { decide, readRequest } from '../../policy/decide.ts';
import { packInForce } from '../../services/pack-in-force.ts';
import { percentile, result, type BenchResult } from './result.ts';

const FACTS = { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00', offense: 'abdw' };
const request = (facts: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    id: 'bench',
    at: '2026-03-08T01:40:00-05:00',
    act: 'notify-ice',
    ground: '2a',
    subject: { role: 'arrestee', age: 31 },
    custody: { inCustody: true },
    people: { decider: { id: 'u7', role: 'booking-officer' } },
    facts,
  });

const ROUNDS = 20_000;
const WARM = 5_000;

function time(work: () => unknown): readonly number[] {
  for (let round = 0; round < WARM; round += 1) work();
  return Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) * 1000;
  });
}

/** A decision of 2(a), allowed and refused with its explanation, against reading the request's JSON at all. */
export function benchDecision(): Promise<readonly BenchResult[]> {
  const { pack } = packInForce();
  const results = [
    ['decision allowed', request(FACTS)] as const,
    ['decision refused, explained', request({ arrestedAt: FACTS.arrestedAt })] as const,
  ].map(([name, text]) => {
    const json: unknown = JSON.parse(text);
    const read = readRequest(json, pack);
    if (!read.ok) throw new Error(read.error);
    const value = percentile(
      time(() => decide(read.request, pack)),
      0.99,
    );
    const floor = percentile(
      time(() => JSON.parse(text)),
      0.99,
    );
    return result({ name, value, unit: 'µs, p99', floor, floorName: 'JSON.parse of the request' }, { valueAtMost: 20 });
  });
  return Promise.resolve(results);
}
