import type { z } from 'zod';
import type { Matter, matterEventInput, openMatterInput } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking } from '../db/booking/reader.ts';
import { reserveNumber } from '../db/booking/writer.ts';
import { listDecisionsOf } from '../db/matter/decisions.ts';
import { findMatter, listMatterEvents } from '../db/matter/reader.ts';
import { insertMatter } from '../db/matter/writer.ts';
import { clearMatter, clearMatterEvent, type Cleared, type ClearedMatter } from '../policy/gate.ts';
import { withRecognisedForm } from '../policy/matters/forms.ts';
import type { MatterDraft } from '../policy/matters/matter.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp, stationYear } from './clock.ts';
import { keepDutiesUp } from './duty-keeping.ts';
import { roleOf } from './ground-request.ts';
import { wordFor, type Answered } from './matter-answer.ts';
import { clerkRefusal, courseRefusal, type Course } from './matter-course.ts';
import { openingFacts, runningFacts } from './matter-facts.ts';
import { showMatter } from './matter-page.ts';
import { ruleOf, writeStep } from './matter-steps.ts';
import { refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

type OpenInput = z.output<typeof openMatterInput>;
type EventInput = z.output<typeof matterEventInput>;

/** A second person's word is used up by the event that it was given for. */
function forget(member: Member, answered: Answered | null, { asked }: OpenInput | EventInput): void {
  if (answered !== null && asked?.cosignId !== undefined) member.state.cosigns.delete(asked.cosignId);
}

/** The draft with its form recognised and the role of this record: whoever is booked is the arrestee, unless told. */
async function draftOf(member: Member, input: OpenInput): Promise<MatterDraft | null> {
  const { kind, bookingId, subject, event } = input;
  const booking = bookingId === undefined ? null : await findBooking(member.open.store.read, bookingId);
  if (booking === undefined) return null;
  const role = roleOf({ booking, subject });
  return { kind, bookingId, subject: { ...subject, role }, event: withRecognisedForm(event) };
}

async function writeMatter(
  member: Member,
  draft: Cleared<ClearedMatter>,
  found: { readonly matterId: string; readonly answered: Answered | null },
): Promise<void> {
  const { clock } = member.state.options;
  const { matterId, answered } = found;
  const { event } = draft;
  const { role, lastName, firstName, dob } = draft.subject;
  await member.open.store.transaction(async (tx) => {
    const now = clock.now();
    const wanted = { year: stationYear(now), at: stamp(now), by: member.person.id, recordId: matterId };
    const { number } = await reserveNumber(tx, 'matter', wanted);
    const step = { matterId, kind: draft.kind, bookingId: draft.bookingId ?? null, event, answered };
    const subject = { role: role ?? null, family: lastName ?? null, given: firstName ?? null, dob: dob ?? null };
    await writeStep(tx, member, {
      step,
      disclosures: { matter: { number, kind: draft.kind }, subject },
      before: (writing, meta) => insertMatter(writing, draft, { ...meta, id: matterId, number }),
    });
  });
}

/** What stands against a matter that is cleared: a clerk's role, or a paper that cannot be sealed yet. */
function openingRefusal(member: Member, { kind, event }: ClearedMatter): Refusal | null {
  const scanned = event.detail['scan'] !== undefined;
  return clerkRefusal(member, kind, event) ?? (scanned ? { code: 'not-found', field: 'event.detail.scan' } : null);
}

/** Begins a matter: gate, then the policy where the act needs its word, then rows and entry in one transaction. */
export async function openMatter(member: Member, input: OpenInput): Promise<Reply<Matter>> {
  await keepDutiesUp(member);
  const draft = await draftOf(member, input);
  if (draft === null) return refuse('not-found', { field: 'bookingId' });
  const cleared = clearMatter(draft, { now: stamp(member.state.options.clock.now()) });
  if (!cleared.ok) return refused(...cleared.refusals);
  const { kind, event, subject, bookingId = null } = cleared.value;
  const no = openingRefusal(member, cleared.value);
  if (no !== null) return refused(no);
  const matterId = member.state.options.ids.uuid();
  const { act } = ruleOf(kind, event.kind);
  const own = openingFacts(matterId, event);
  const asked = { act, matterId: null, event: event.kind, bookingId, subject, own, form: input.asked };
  const answer = await wordFor(member, asked);
  if (!answer.ok) return answer;
  await writeMatter(member, cleared.value, { matterId, answered: answer.value });
  forget(member, answer.value, input);
  return showMatter(member, matterId);
}

async function courseOf(member: Member, matterId: string): Promise<Course | null> {
  const { read } = member.open.store;
  const matter = await findMatter(read, matterId);
  if (matter === undefined) return null;
  const events = await listMatterEvents(read, matterId);
  return { matter, events, decisions: await listDecisionsOf(read, matterId) };
}

/** The next event of a matter: its course first, then the gate, then the policy where the act needs its word. */
export async function addMatterEvent(member: Member, input: EventInput): Promise<Reply<Matter>> {
  await keepDutiesUp(member);
  const { matterId } = input;
  const course = await courseOf(member, matterId);
  if (course === null) return refuse('not-found', { field: 'matterId' });
  const { kind, bookingId, subject } = course.matter;
  const cleared = clearMatterEvent(kind, input.event, { now: stamp(member.state.options.clock.now()) });
  if (!cleared.ok) return refused(...cleared.refusals);
  const event = cleared.value;
  const no = clerkRefusal(member, kind, event) ?? (await courseRefusal(member, course, event));
  if (no !== null) return refused(no);
  const { act } = ruleOf(kind, event.kind);
  const own = runningFacts(course, event);
  const answer = await wordFor(member, {
    act,
    matterId,
    event: event.kind,
    bookingId,
    subject,
    own,
    form: input.asked,
  });
  if (!answer.ok) return answer;
  const step = { matterId, kind, bookingId, event, answered: answer.value };
  const disclosures = { matter: { number: course.matter.number, kind } };
  await member.open.store.transaction((tx) => writeStep(tx, member, { step, disclosures }));
  forget(member, answer.value, input);
  return showMatter(member, matterId);
}
