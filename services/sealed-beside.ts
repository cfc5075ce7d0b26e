import { insertSealedAnswer } from '../db/matter/answer.ts';
import type { MatterDetail } from '../policy/matters/matter.ts';
import { sealAnswer } from './keys/answer-box.ts';
import type { Writing } from './matter-steps.ts';
import type { Member } from './route.ts';

/** What of an event is kept sealed, written beside it: the entry commits to the sealed bytes alone. */
export function sealedBeside(
  { open, state }: Member,
  matterId: string,
  told: MatterDetail | null,
): Pick<Writing, 'disclosures' | 'beside'> {
  if (told === null) return { disclosures: {} };
  const { sha256, nonce, sealed } = sealAnswer(told, open.key.box, { matterId, random: state.options.random });
  return {
    disclosures: { sealedAnswer: { sha256 } },
    beside: (tx, meta) => insertSealedAnswer(tx, { matterId, nonce, sealed }, meta),
  };
}
