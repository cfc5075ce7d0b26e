import type { z } from 'zod';
import type { Recall, toldInput } from '../../contract/order.ts';
import type { Reply } from '../../contract/reply.ts';
import { findRecall, listRecalls, type StoredRecall } from '../../db/order/recall.ts';
import { deleteRecall, insertExpunge } from '../../db/order/writer.ts';
import { done, refuse } from '../reply.ts';
import type { Member } from '../route.ts';
import { coverOrder, tidyFiles } from './carry-out.ts';

function shown({ recallId, audience, reached, number, leftAt }: StoredRecall): Recall {
  return { recallId, audience, reached, number, leftAt };
}

/** Everybody who holds a copy, or was told, of something that is not kept any more. */
export async function listToTell(member: Member): Promise<Reply<readonly Recall[]>> {
  return done((await listRecalls(member.open.store.read)).map(shown));
}

/** Somebody was told, so nothing of them is kept either: the line goes as the record did. */
export async function recordTold(member: Member, input: z.output<typeof toldInput>): Promise<Reply<readonly Recall[]>> {
  const told = await member.open.store.transaction(async (tx): Promise<Reply<null>> => {
    const found = await findRecall(tx, input.recallId);
    if (found === undefined) return refuse('not-found', { field: 'recallId' });
    const { at, how } = input;
    const meta = await coverOrder(tx, member, { order: { at, how }, gone: [found.entry] });
    await insertExpunge(tx, meta, null);
    await deleteRecall(tx, found.entry);
    return done(null);
  });
  if (!told.ok) return told;
  await tidyFiles(member);
  return listToTell(member);
}
