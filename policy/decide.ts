import type { Act, Decision } from './decision.ts';
import type { DecisionRequest } from './decide/request.ts';
import { judge } from './decide/judge.ts';
import { nearestGrounds, type NearGround } from './decide/nearest.ts';
import { readRequest as readWith, type ReadRequest } from './decide/read-request.ts';
import { findOffense } from './offenses/catalogue.ts';
import type { Pack } from './packs/pack.ts';
import { screenWithMemory } from './screen/memory.ts';

/** Reads a whole request with the Massachusetts catalogue; `error` says what and where, never a value. */
export function readRequest(json: unknown, pack: Pack): ReadRequest {
  return readWith(json, { findOffense, pack });
}

/**
 * What one pack answers to one request. Pure: the same request and pack give the same answer years later. A pack that
 * cannot be applied, whatever ails it, opens nothing.
 */
export function decide(request: DecisionRequest, pack: Pack): Decision {
  try {
    return judge(request, pack, isBlocked);
  } catch {
    return closed(request);
  }
}

function closed({ id, ground }: DecisionRequest): Decision {
  const named = ground === undefined ? {} : { ground };
  const why = 'The policy pack cannot be applied, so no clause of it opens anything.';
  return { id, decision: 'refuse', ...named, missing: [], contradicted: ['ground'], due: [], prompts: [], why };
}

/** Every ground for one act, the nearest first, each with what would open the act from here. */
export function explainGrounds(request: DecisionRequest & { readonly act: Act }, pack: Pack): readonly NearGround[] {
  return nearestGrounds(request, pack, isBlocked);
}

function isBlocked(text: string): boolean {
  return screenWithMemory(text, 'reason').blocked;
}
