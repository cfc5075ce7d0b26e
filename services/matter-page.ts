import type { z } from 'zod';
import type {
  listMattersInput,
  Matter,
  MatterDecision,
  MatterEvent,
  matterIdInput,
  MatterLine,
} from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import { listDutiesOf } from '../db/duty/reader.ts';
import { listSealedAnswers } from '../db/matter/answer.ts';
import { listDecisionsOf, type StoredMatterDecision } from '../db/matter/decisions.ts';
import {
  closesMatter,
  findMatter,
  listMatterEvents,
  listMatterLines,
  listScans,
  type StoredMatter,
  type StoredMatterEvent,
} from '../db/matter/reader.ts';
import type { MatterKind } from '../policy/matters/matter.ts';
import { showDuties } from './duty-service.ts';
import { done, refuse } from './reply.ts';
import { opensTo, showScan } from './scan-access.ts';
import type { Member } from './route.ts';

const MOST = 1_000;

function decisionOf(stored: StoredMatterDecision): MatterDecision {
  const { act, ground, cite, outcome, missing, request, packDigest, cosignedBy } = stored;
  return { act, ground, cite, outcome, missing, request, packDigest, cosignedBy };
}

/** Event and answer stand under the same entry. */
interface Beside {
  readonly decisions: readonly StoredMatterDecision[];
  /** Entries whose answer is sealed, and whether it opens to whoever asks. */
  readonly sealed: ReadonlyMap<number, boolean>;
}

function eventOf({ entry, ...event }: StoredMatterEvent, { decisions, sealed }: Beside): MatterEvent {
  const answer = decisions.find((one) => one.entry === entry);
  const readable = sealed.get(entry);
  return {
    ...event,
    sealed: readable === undefined ? null : { readable },
    decision: answer === undefined ? null : decisionOf(answer),
  };
}

function closedAt(kind: MatterKind, events: readonly StoredMatterEvent[]): string | null {
  return events.find((event) => closesMatter(kind, event.kind))?.at ?? null;
}

/** One matter with its course, answers, papers and duties. */
export async function showMatter(member: Member, matterId: string): Promise<Reply<Matter>> {
  const { read } = member.open.store;
  const matter = await findMatter(read, matterId);
  if (matter === undefined) return refuse('not-found', { field: 'matterId' });
  const events = await listMatterEvents(read, matterId);
  const decisions = await listDecisionsOf(read, matterId);
  const { openerId, ...shown } = matter;
  const answers = await listSealedAnswers(read, matterId);
  const sealed = new Map(answers.map((one) => [one.entry, opensTo(member, one, openerId)] as const));
  const scans = await listScans(read, matterId);
  return done({
    ...shown,
    closedAt: closedAt(matter.kind, events),
    events: events.map((event) => eventOf(event, { decisions, sealed })),
    scans: scans.map((scan) => showScan(member, scan, openerId)),
    duties: await showDuties(member, await listDutiesOf(read, matterId)),
  });
}

export function getMatter(member: Member, input: z.output<typeof matterIdInput>): Promise<Reply<Matter>> {
  return showMatter(member, input.matterId);
}

/** "Testperson, Alex": whom the matter itself names, else whoever is booked; null where nobody is known. */
export function personOf({ subject, bookedName }: StoredMatter): string | null {
  const named = [subject.lastName, subject.firstName].filter((name) => name !== undefined);
  return named.length === 0 ? bookedName : named.join(', ');
}

function aboutOf(matter: StoredMatter): string {
  return [matter.bookingNumber, personOf(matter)].filter((part) => part !== null).join(' · ');
}

/** Matters, the newest first. */
export async function listMatters(
  member: Member,
  input: z.output<typeof listMattersInput>,
): Promise<Reply<readonly MatterLine[]>> {
  const stored = await listMatterLines(member.open.store.read, { ...input, most: MOST });
  return done(
    stored.map((line): MatterLine => {
      const { matterId, number, kind, openedAt, lastEvent, lastAt } = line;
      const closed = closesMatter(kind, lastEvent) ? lastAt : null;
      return { matterId, number, kind, about: aboutOf(line), openedAt, lastEvent, closedAt: closed };
    }),
  );
}
