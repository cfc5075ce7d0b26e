import type { z } from 'zod';
import type { OpenedAnswer, openAnswerInput } from '../contract/sealed-answer.ts';
import type { Reply } from '../contract/reply.ts';
import { listSealedAnswers } from '../db/matter/answer.ts';
import { findMatter, listMatterEvents } from '../db/matter/reader.ts';
import { unsealAnswer } from './keys/answer-box.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { opensTo } from './scan-access.ts';
import { textRefusals } from './text-refusals.ts';

/** Opens a sealed answer to whom it opens to, as a paper: the reading and its reason are on the ledger before it is shown (S4, U15). */
export async function openAnswer(
  member: Member,
  input: z.output<typeof openAnswerInput>,
): Promise<Reply<OpenedAnswer>> {
  const { matterId, eventId, why } = input;
  const told = textRefusals(why, 'why', 'reason');
  if (told.length > 0) return refused(...told);
  const { store, key } = member.open;
  const matter = await findMatter(store.read, matterId);
  const event = (await listMatterEvents(store.read, matterId)).find(({ id }) => id === eventId);
  const stored = (await listSealedAnswers(store.read, matterId)).find(({ entry }) => entry === event?.entry);
  if (matter === undefined || stored === undefined) return refuse('not-found', { field: 'eventId' });
  if (!opensTo(member, stored, matter.openerId)) {
    return refuse('role-not-allowed', { field: 'eventId', params: { role: member.person.role, why: 'own-papers' } });
  }
  const opened = unsealAnswer(stored, key.box, matterId);
  if (!opened.ok) return refused(opened.refusal);
  const { number } = matter;
  const disclosures = { matter: { number }, opening: { why } };
  await store.transaction((tx) => cover(tx, member, { type: 'matter.scan-read', disclosures }));
  return done({ detail: opened.value });
}
