// A contact about somebody who is not booked: judged, opened as a matter and put on the notification log in one
// transaction, under one entry. Policy 2(c), 2(d), 2(e), exception 2; requirements 1.5.
import type { z } from 'zod';
import type { notificationInput } from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import { reserveNumber } from '../db/booking/writer.ts';
import type { WriteTx } from '../db/database.ts';
import { insertNotification } from '../db/notification/writer.ts';
import { opens } from '../policy/decide/explain.ts';
import { clearMatter, clearNotification, type Cleared, type ClearedMatter } from '../policy/gate.ts';
import type { MatterSubject } from '../policy/matters/matter.ts';
import { needsGround, type NotificationDraft } from '../policy/notification.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp, stationYear } from './clock.ts';
import { recordDisclosures, type RecordDetermination } from './export/record-disclosures.ts';
import { forgetWord, wordFor, type Answered } from './matter-answer.ts';
import { openingFacts } from './matter-facts.ts';
import { writeOpening } from './matter-opening.ts';
import { ruleOf } from './matter-steps.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';

type Input = z.output<typeof notificationInput>;
/** A contact that names somebody who is not booked, with the form of its ground. */
interface Unbooked {
  readonly contact: NotificationDraft & { readonly subject: MatterSubject };
  readonly form: Pick<Input, 'ground' | 'facts' | 'cosignId'>;
}

interface Cleaned {
  readonly notification: Cleared<NotificationDraft>;
  readonly matter: Cleared<ClearedMatter>;
}

const FORM = ['ground', 'facts', 'cosignId'] as const;

/** A form of a ground that nothing here would look at is refused by name, never passed over. */
export function strayForm(input: Input): readonly Refusal[] {
  const why = input.subject === undefined ? 'ground-of-booking' : 'not-asked';
  if (input.subject !== undefined && needsGround(input)) return [];
  return FORM.filter((name) => input[name] !== undefined).map((field) => ({
    code: 'wrong-value',
    field,
    params: { why },
  }));
}

/** An answer to them may rest on a ground that opens answering alone. */
function eventOf(member: Member, { contact, form: { ground } }: Unbooked): string {
  if (!needsGround(contact)) return 'not-notified';
  const answers = ground !== undefined && opens(ground, member.open.pack).includes('reply-request');
  return contact.direction === 'in' && answers ? 'answered' : 'notified';
}

function clean(member: Member, unbooked: Unbooked): Reply<Cleaned> {
  const { contact } = unbooked;
  const now = stamp(member.state.options.clock.now());
  const event = { kind: eventOf(member, unbooked), at: contact.contactedAt, detail: {} };
  const notification = clearNotification(contact, { now });
  if (!notification.ok) return refused(...notification.refusals);
  const matter = clearMatter({ kind: 'notice', subject: contact.subject, event }, { now });
  if (!matter.ok) return refused(...matter.refusals);
  return done({ notification: notification.value, matter: matter.value });
}

/** The answer as a signed record tells it. */
function authorityIn(member: Member, answered: Answered | null, at: string): RecordDetermination | null {
  if (answered === null) return null;
  const { asked, decision } = answered;
  const { ground, cite = '' } = decision;
  if (ground === undefined) return null;
  const cosignedBy = asked.cosigner?.displayName ?? null;
  const decidedBy = member.person.displayName;
  return { ground, cite, decidedAt: at, decidedBy, cosignedBy, request: asked.request };
}

interface Judged extends Cleaned {
  readonly answered: Answered | null;
  readonly id: string;
  readonly matterId: string;
}

async function write(tx: WriteTx, member: Member, judged: Judged): Promise<void> {
  const { notification, matter, answered, id, matterId } = judged;
  const { clock } = member.state.options;
  const { station, pack, packDigest } = member.open;
  const now = clock.now();
  const at = stamp(now);
  const wanted = { year: stationYear(now), at, by: member.person.id, recordId: id };
  const { number } = await reserveNumber(tx, 'notification', wanted);
  const cosignedBy = answered?.asked.cosigner?.id ?? null;
  await writeOpening(tx, member, {
    draft: matter,
    matterId,
    answered,
    type: 'notification.recorded',
    disclosures: recordDisclosures({
      number,
      notification,
      booking: null,
      determination: authorityIn(member, answered, at),
      station,
      pack: { id: pack.id, version: pack.version, digest: packDigest },
      decidedBy: member.person,
      enteredAt: at,
    }),
    beside: (writing, meta) => insertNotification(writing, notification, { ...meta, id, number, cosignedBy }),
  });
}

/**
 * Judges with the pack in force what was told, at this moment, then opens the matter and writes its line of the log; a
 * refusal is kept with its answer and with what is due. Answers the id of the notification.
 */
export async function recordUnbooked(member: Member, unbooked: Unbooked): Promise<Reply<string>> {
  const cleaned = clean(member, unbooked);
  if (!cleaned.ok) return cleaned;
  const form = { ...unbooked.form, facts: unbooked.form.facts ?? {} };
  const { subject, event } = cleaned.value.matter;
  const { ids } = member.state.options;
  const [id, matterId] = [ids.uuid(), ids.uuid()];
  const reply = await member.open.store.transaction(async (tx) => {
    const { act } = ruleOf('notice', event.kind);
    const own = openingFacts(matterId, event);
    const asked = { act, matterId: null, event: event.kind, bookingId: null, subject, own, form };
    const answer = await wordFor(tx, member, asked);
    if (!answer.ok) return answer;
    await write(tx, member, { ...cleaned.value, answered: answer.value, id, matterId });
    return done(id);
  });
  forgetWord(member, reply, form);
  return reply;
}
