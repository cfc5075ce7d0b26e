// What was typed of a matter's event waits for whoever typed it: past leaving the page, the lock and a restart. Only
// what passed the screen is kept, and nothing of it is a record.
import type { z } from 'zod';
import type { FormOutputs, formPlaceInput, keepFormInput } from '../contract/matter-form.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking } from '../db/booking/reader.ts';
import type { ReadDb } from '../db/database.ts';
import { deleteForm, listForms, saveForm, type FormPlace } from '../db/matter/draft.ts';
import { findMatter } from '../db/matter/reader.ts';
import { clearTypedForm } from '../policy/gate.ts';
import { matterEventRule } from '../policy/matters/matter-rules.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp } from './clock.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';

type Place = z.output<typeof formPlaceInput>;

/** A matter says by itself whether its person is booked. */
export function formPlaceOf(member: Member, { kind, event, matterId, bookingId }: Place): FormPlace {
  const by = member.person.id;
  if (matterId !== undefined) return { by, kind, event, matterId, bookingId: null };
  return { by, kind, event, matterId: null, bookingId: bookingId ?? null };
}

/** Null where the form is one that the rules know, of a record that is there. */
async function strange(db: ReadDb, { kind, event, matterId, bookingId }: FormPlace): Promise<Refusal | null> {
  if (matterEventRule(kind, event) === undefined)
    return { code: 'wrong-value', field: 'event', params: { why: 'not-of-this-kind' } };
  if (matterId !== null && (await findMatter(db, matterId))?.kind !== kind)
    return { code: 'not-found', field: 'matterId' };
  const unknown = bookingId !== null && (await findBooking(db, bookingId)) === undefined;
  return unknown ? { code: 'not-found', field: 'bookingId' } : null;
}

/** Keeps what passes, box by box; the rest is named and not kept. */
export async function keepForm(
  member: Member,
  input: z.output<typeof keepFormInput>,
): Promise<Reply<FormOutputs['matter.keepForm']>> {
  const { clock, ids } = member.state.options;
  const place = formPlaceOf(member, input);
  const now = stamp(clock.now());
  const { kind, event, at, detail, left } = input;
  const subject = place.matterId === null ? input.subject : {};
  const { kept, refusals } = clearTypedForm({ kind, event, at, detail, left, subject }, { now });
  return member.open.store.transaction(async (tx) => {
    const no = await strange(tx, place);
    if (no !== null) return refused(no);
    await saveForm(tx, kept, { ...place, id: ids.uuid(), at: now });
    return done({ keptAt: now, notKept: refusals });
  });
}

/** What the same person typed before. */
export async function getForms(member: Member): Promise<Reply<FormOutputs['matter.forms']>> {
  return done({ forms: await listForms(member.open.store.read, member.person.id) });
}

/** It is given up, or begins afresh. */
export function dropForm(member: Member, input: Place): Promise<Reply<FormOutputs['matter.dropForm']>> {
  const place = formPlaceOf(member, input);
  return member.open.store.transaction(async (tx) => done({ dropped: await deleteForm(tx, place) }));
}
