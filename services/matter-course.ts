// What an event of a matter must find before it: the rules of its course that look back.
import { findBooking } from '../db/booking/reader.ts';
import type { ReadDb } from '../db/database.ts';
import { findStandingDetermination } from '../db/ground/reader.ts';
import type { StoredMatterDecision } from '../db/matter/decisions.ts';
import { hasAllowedAct } from '../db/matter/decisions.ts';
import { closesMatter, listScans, type StoredMatter, type StoredMatterEvent } from '../db/matter/reader.ts';
import { hasNotified } from '../db/notification/reader.ts';
import type { MatterEventDraft, MatterKind } from '../policy/matters/matter.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp } from './clock.ts';
import type { Member } from './route.ts';

/** A matter with all that happened so far. */
export interface Course {
  readonly matter: StoredMatter;
  readonly events: readonly StoredMatterEvent[];
  readonly decisions: readonly StoredMatterDecision[];
}

const CLERK_EVENTS: ReadonlySet<string> = new Set(['received', 'card', 'triaged', 'decided', 'copy', 'named']);

/** A records clerk takes in requests and writes down what is known of them; acts are not a clerk's. */
export function clerkRefusal(member: Member, kind: MatterKind, event: MatterEventDraft): Refusal | null {
  const { role } = member.person;
  if (role !== 'records-clerk') return null;
  const own = kind === 'request' && CLERK_EVENTS.has(event.kind);
  const granting = event.kind === 'decided' && event.detail['decision'] !== 'declined';
  return own && !granting ? null : { code: 'role-not-allowed', field: 'event.kind', params: { role } };
}

const wrong = (why: string): Refusal => ({ code: 'wrong-value', field: 'event.kind', params: { why } });

function closing(course: Course): Refusal | null {
  if (course.matter.kind !== 'assistance') return null;
  if (!course.events.some(({ kind }) => kind === 'cleared')) return wrong('cleared-first');
  const last = course.decisions.findLast(({ outcome }) => outcome === 'allow');
  const untold = last?.ground === '3b-i' && last.missing.includes('dangerNow');
  return untold ? { code: 'missing-value', field: 'facts.dangerNow', clause: '3(b)(i)' } : null;
}

/** Something was given only where something was open: an act of this matter or booking, a ground, a notice. */
async function granting(db: ReadDb, member: Member, { matter, decisions }: Course): Promise<Refusal | null> {
  if (decisions.some(({ outcome }) => outcome === 'allow')) return null;
  const { bookingId } = matter;
  const now = stamp(member.state.options.clock.now());
  const open =
    bookingId !== null &&
    ((await hasAllowedAct(db, bookingId)) ||
      (await findStandingDetermination(db, { bookingId, now })) !== undefined ||
      (await hasNotified(db, bookingId)));
  return open
    ? null
    : { code: 'ground-not-open', field: 'event.detail.decision', clause: '3(b)', params: { missing: 'ground' } };
}

/** Something given rests on what was open, something refused on the clause that is told. */
async function deciding(
  db: ReadDb,
  member: Member,
  { course, event }: { readonly course: Course; readonly event: MatterEventDraft },
): Promise<Refusal | null> {
  const { decision, clause } = event.detail;
  if (decision === 'granted' || decision === 'partial') return granting(db, member, course);
  return clause === undefined ? { code: 'missing-value', field: 'event.detail.clause', clause: '3(b)' } : null;
}

/** A paper is named only where it was sealed for this very matter. */
async function strangeScan(db: ReadDb, { matter }: Course, event: MatterEventDraft): Promise<Refusal | null> {
  const { scan } = event.detail;
  if (scan === undefined) return null;
  const scans = await listScans(db, matter.matterId);
  return scans.some(({ sha256 }) => sha256 === scan) ? null : { code: 'not-found', field: 'event.detail.scan' };
}

/** Somebody is named by a booking or by name, also after the end: what the record said before stays. */
async function naming(db: ReadDb, { detail }: MatterEventDraft): Promise<Refusal | null> {
  const { bookingId, family } = detail;
  if (typeof bookingId !== 'string')
    return family === undefined ? { code: 'missing-value', field: 'event.detail.family' } : null;
  const found = await findBooking(db, bookingId);
  return found === undefined ? { code: 'not-found', field: 'event.detail.bookingId' } : null;
}

/** Why this event cannot follow what happened so far; null where it can. */
export async function courseRefusal(
  db: ReadDb,
  member: Member,
  { course, event }: { readonly course: Course; readonly event: MatterEventDraft },
): Promise<Refusal | null> {
  const { matter, events } = course;
  if (event.kind === 'named') return naming(db, event);
  if (events.some(({ kind }) => closesMatter(matter.kind, kind))) return wrong('closed');
  if (event.kind === 'closed') return closing(course);
  const strange = await strangeScan(db, course, event);
  if (strange !== null) return strange;
  return matter.kind === 'request' && event.kind === 'decided' ? deciding(db, member, { course, event }) : null;
}
