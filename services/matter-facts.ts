import type { MatterEventDraft } from '../policy/matters/matter.ts';
import type { OwnFacts } from './ground-request.ts';
import type { Course } from './matter-course.ts';

function releaseIn(detail: MatterEventDraft['detail']): string | null {
  const at = detail['releaseEligibleAt'];
  return typeof at === 'string' ? at : null;
}

/** What the first event of a matter tells the policy by itself. */
export function openingFacts(matterId: string, event: MatterEventDraft): OwnFacts {
  return { id: matterId, releaseEligibleAt: releaseIn(event.detail), facts: {} };
}

/** What the course so far tells: when release was due, and when our units cleared. */
export function runningFacts({ matter, events }: Course, event: MatterEventDraft): OwnFacts {
  const told = [...events.map(({ detail }) => detail), event.detail].map(releaseIn).filter((at) => at !== null);
  const cleared = events.findLast(({ kind }) => kind === 'cleared');
  return {
    id: matter.matterId,
    releaseEligibleAt: told.at(-1) ?? null,
    facts: cleared === undefined ? {} : { clearedAt: cleared.at },
  };
}
