import type { z } from 'zod';
import type { Matter, matterEventInput, openMatterInput } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking } from '../db/booking/reader.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { listDecisionsOf } from '../db/matter/decisions.ts';
import { deleteForm } from '../db/matter/draft.ts';
import { findMatter, listMatterEvents } from '../db/matter/reader.ts';
import { clearMatter, clearMatterEvent, type ClearedMatter } from '../policy/gate.ts';
import { withRecognisedForm } from '../policy/matters/forms.ts';
import type { MatterDraft } from '../policy/matters/matter.ts';
import { MATTER_RULES } from '../policy/matters/matter-rules.ts';
import { partSealed } from '../policy/matters/sealed.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp } from './clock.ts';
import { keepDutiesUp } from './duty-keeping.ts';
import { roleOf } from './ground-request.ts';
import { forgetWord, wordFor } from './matter-answer.ts';
import { clerkRefusal, courseRefusal, type Course } from './matter-course.ts';
import { formPlaceOf } from './matter-form-service.ts';
import { openingFacts, runningFacts } from './matter-facts.ts';
import { writeOpening } from './matter-opening.ts';
import { showMatter } from './matter-page.ts';
import { ruleOf, writeStep } from './matter-steps.ts';
import { sealedBeside } from './sealed-beside.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

type OpenInput = z.output<typeof openMatterInput>;
type EventInput = z.output<typeof matterEventInput>;

/** The draft with its form recognised and the role of this record: whoever is booked is the arrestee, unless told. */
async function draftOf(db: ReadDb, input: OpenInput): Promise<MatterDraft | null> {
  const { kind, bookingId, subject, event } = input;
  const booking = bookingId === undefined ? null : await findBooking(db, bookingId);
  if (booking === undefined) return null;
  const role = roleOf({ booking, subject });
  return { kind, bookingId, subject: { ...subject, role }, event: withRecognisedForm(event) };
}

/** What stands against a matter that is cleared: its own log, a clerk's role, a paper that cannot be sealed yet. */
function openingRefusal(member: Member, { kind, event }: ClearedMatter): Refusal | null {
  if (MATTER_RULES[kind].onTheLog === true)
    return { code: 'wrong-value', field: 'kind', params: { why: 'on-the-log' } };
  const scanned = event.detail['scan'] !== undefined;
  return clerkRefusal(member, kind, event) ?? (scanned ? { code: 'not-found', field: 'event.detail.scan' } : null);
}

const nowOf = (member: Member): string => stamp(member.state.options.clock.now());

async function openIn(tx: WriteTx, member: Member, input: OpenInput): Promise<Reply<string>> {
  const draft = await draftOf(tx, input);
  if (draft === null) return refuse('not-found', { field: 'bookingId' });
  const cleared = clearMatter(draft, { now: nowOf(member) });
  if (!cleared.ok) return refused(...cleared.refusals);
  const { kind, event, subject, bookingId = null } = cleared.value;
  const no = openingRefusal(member, cleared.value);
  if (no !== null) return refused(no);
  const matterId = member.state.options.ids.uuid();
  const { act } = ruleOf(kind, event.kind);
  const own = openingFacts(matterId, event);
  const asked = { act, matterId: null, event: event.kind, bookingId, subject, own, form: input.asked };
  const answer = await wordFor(tx, member, asked);
  if (!answer.ok) return answer;
  await writeOpening(tx, member, { draft: cleared.value, matterId, answered: answer.value });
  await deleteForm(tx, formPlaceOf(member, { kind, event: event.kind, bookingId: bookingId ?? undefined }));
  return done(matterId);
}

/** Does the work in one transaction, then shows the matter: what the policy was asked is what is written. */
async function written(
  member: Member,
  { asked }: OpenInput | EventInput,
  work: (tx: WriteTx) => Promise<Reply<string>>,
): Promise<Reply<Matter>> {
  await keepDutiesUp(member);
  const reply = await member.open.store.transaction(work);
  forgetWord(member, reply, asked);
  return reply.ok ? showMatter(member, reply.value) : reply;
}

/** Begins a matter: gate, then the policy where the act needs its word, then rows and entry. */
export function openMatter(member: Member, input: OpenInput): Promise<Reply<Matter>> {
  return written(member, input, (tx) => openIn(tx, member, input));
}

async function courseOf(db: ReadDb, matterId: string): Promise<Course | null> {
  const matter = await findMatter(db, matterId);
  if (matter === undefined) return null;
  const events = await listMatterEvents(db, matterId);
  return { matter, events, decisions: await listDecisionsOf(db, matterId) };
}

async function addIn(tx: WriteTx, member: Member, input: EventInput): Promise<Reply<string>> {
  const { matterId } = input;
  const course = await courseOf(tx, matterId);
  if (course === null) return refuse('not-found', { field: 'matterId' });
  const { kind, bookingId, subject, number } = course.matter;
  const cleared = clearMatterEvent(kind, input.event, { now: nowOf(member) });
  if (!cleared.ok) return refused(...cleared.refusals);
  const event = cleared.value;
  const no = clerkRefusal(member, kind, event) ?? (await courseRefusal(tx, member, { course, event }));
  if (no !== null) return refused(no);
  const { act } = ruleOf(kind, event.kind);
  const own = runningFacts(course, event);
  const asked = { act, matterId, event: event.kind, bookingId, subject, own, form: input.asked };
  const answer = await wordFor(tx, member, asked);
  if (!answer.ok) return answer;
  const apart = partSealed(kind, event);
  const step = { matterId, kind, bookingId, event: apart.event, answered: answer.value };
  const { disclosures, ...beside } = sealedBeside(member, matterId, apart.sealed);
  await writeStep(tx, member, { step, disclosures: { matter: { number, kind }, ...disclosures }, ...beside });
  await deleteForm(tx, formPlaceOf(member, { kind, event: event.kind, matterId }));
  return done(matterId);
}

/** The next event of a matter: its course first, then the gate, then the policy where the act needs its word. */
export function addMatterEvent(member: Member, input: EventInput): Promise<Reply<Matter>> {
  return written(member, input, (tx) => addIn(tx, member, input));
}
