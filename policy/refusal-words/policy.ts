// Words of what the policy does not open.
import type { Refusal } from '../refusal.ts';
import { param, say, type SomeWords } from './words.ts';

/** The policy's own sentence on why nothing opens. */
function whyClosed(refusal: Refusal): string {
  const why = param(refusal, 'why');
  return why === '' ? 'No ground of the policy opens this.' : why;
}

function missingFacts(refusal: Refusal): string {
  if (param(refusal, 'why') === '') return 'State the facts that open it.';
  const none = param(refusal, 'missing') === '';
  return none ? 'Look at the other grounds under “May we …?”.' : 'State what is missing under “May we …?”.';
}

const ASK_AGAIN = 'Ask “May we …?” again; what you typed stays.';

/** Why a ground that was found to stand opens nothing more. */
const GROUND_ENDED: Readonly<Record<string, (refusal: Refusal) => readonly [text: string, next: string]>> = {
  revoked: () => ['This ground was taken back.', ASK_AGAIN],
  over: () => ['This ground is over: it stands for one shift.', ASK_AGAIN],
  'booking-changed': (refusal) => [
    `The booking says something else since this ground was found: ${param(refusal, 'changed')}.`,
    `What was done under it stays good. Before anything more: ${ASK_AGAIN.charAt(0).toLowerCase()}${ASK_AGAIN.slice(1)}`,
  ],
};

function groundEnded(refusal: Refusal): readonly [text: string, next: string] | undefined {
  return GROUND_ENDED[param(refusal, 'why')]?.(refusal);
}

/** Why no version of the policy can be applied. */
const POLICY_TROUBLE: Readonly<Record<string, string>> = {
  'none-adopted': 'No version of the policy has been adopted here.',
  gap: 'No adopted version of the policy is in force today.',
  unreadable: 'The version of the policy in force cannot be read as it was signed.',
  'wrong-signature': 'The signature under the version of the policy in force does not fit.',
};

export const POLICY_WORDS = {
  'ground-not-open': {
    text: (refusal) => groundEnded(refusal)?.[0] ?? whyClosed(refusal),
    next: (refusal) => groundEnded(refusal)?.[1] ?? missingFacts(refusal),
    cite: '2',
  },
  'no-policy': {
    text: (refusal) => POLICY_TROUBLE[param(refusal, 'why')] ?? 'No version of the policy can be applied now.',
    next: say('Everything that the policy gates stays closed until the chief adopts one; all else goes on.'),
    cite: null,
  },
  'wrong-pack': {
    text: (refusal) => `This policy pack cannot be adopted. ${param(refusal, 'what')}.`,
    next: say('Correct it at that place, check it, then adopt it again.'),
    cite: null,
  },
} as const satisfies SomeWords;
