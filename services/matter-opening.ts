import { reserveNumber } from '../db/booking/writer.ts';
import type { WriteTx } from '../db/database.ts';
import { insertMatter } from '../db/matter/writer.ts';
import type { Cleared, ClearedMatter } from '../policy/gate.ts';
import { stamp, stationYear } from './clock.ts';
import type { Answered } from './matter-answer.ts';
import { writeStep, type Writing } from './matter-steps.ts';
import type { Member } from './route.ts';

interface Opening extends Pick<Partial<Writing>, 'type' | 'beside'> {
  readonly draft: Cleared<ClearedMatter>;
  readonly matterId: string;
  readonly answered: Answered | null;
  /** What the entry tells beside the matter. */
  readonly disclosures?: Readonly<Record<string, unknown>>;
}

/** Writes a matter that begins: its number, itself, the policy's answer and its first event, under one entry. */
export async function writeOpening(tx: WriteTx, member: Member, opening: Opening): Promise<void> {
  const { draft, matterId, answered, disclosures = {}, ...more } = opening;
  const { kind, event } = draft;
  const { role, lastName, firstName, dob } = draft.subject;
  const now = member.state.options.clock.now();
  const wanted = { year: stationYear(now), at: stamp(now), by: member.person.id, recordId: matterId };
  const { number } = await reserveNumber(tx, 'matter', wanted);
  const subject = { role: role ?? null, family: lastName ?? null, given: firstName ?? null, dob: dob ?? null };
  await writeStep(tx, member, {
    ...more,
    step: { matterId, kind, bookingId: draft.bookingId ?? null, event, answered },
    disclosures: { ...disclosures, matter: { number, kind }, subject },
    before: (writing, meta) => insertMatter(writing, draft, { ...meta, id: matterId, number }),
  });
}
