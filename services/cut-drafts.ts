import { noteDraftCut } from '../db/booking/draft-cut.ts';
import { listDrafts } from '../db/booking/reader.ts';
import { replaceDraft } from '../db/booking/writer.ts';
import type { WriteTx } from '../db/database.ts';
import type { BookingDraft } from '../policy/booking.ts';
import { cutTelling } from '../policy/gate/cut.ts';
import { clearDraft } from '../policy/gate.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { TaughtList } from '../policy/screen/taught.ts';

/** Of `fields.narrative` and `charges.0.charge_description` the name of the field. */
function fieldIn({ field = '' }: Refusal): string {
  const [part, second = '', third = ''] = field.split('.');
  return part === 'charges' ? third : second;
}

/** What was let through up to now, and what still is. */
interface Lists {
  readonly before: TaughtList;
  readonly left: TaughtList;
}

/** What a draft is refused for now and was not before. A screen that came since it was kept may refuse more of it. */
function newRefusals(draft: BookingDraft, { before, left }: Lists): readonly Refusal[] {
  const known = new Set(clearDraft(draft, before).refusals.map((refusal) => JSON.stringify(refusal)));
  return clearDraft(draft, left).refusals.filter((refusal) => !known.has(JSON.stringify(refusal)));
}

/**
 * Forms that are open lose the sentences and entries that do not pass without a phrase that is taken back, and nothing
 * beside them; each says so to whoever opens it next. Policy 1(b).
 * @param at when the phrase is taken back
 * @returns how many forms lost something
 */
export async function cutDrafts(tx: WriteTx, lists: Lists, at: string): Promise<number> {
  let touched = 0;
  for (const { bookingId, keptAt, fields, charges } of await listDrafts(tx)) {
    if (keptAt === null) continue;
    const draft = { fields, charges: charges.map((charge) => ({ ...charge })) };
    const refusals = newRefusals(draft, lists);
    if (refusals.length === 0) continue;
    const { kept } = clearDraft({ ...draft, fields: cutTelling({ ...fields }, lists.left) }, lists.left);
    await replaceDraft(tx, kept, bookingId);
    const boxes = [...new Set(refusals.map(fieldIn))].filter((name) => name !== '');
    await noteDraftCut(tx, bookingId, { at, boxes });
    touched += 1;
  }
  return touched;
}
