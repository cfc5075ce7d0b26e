import { listBookedPastRelease, listOpenDuties, listDutyEvents } from '../db/duty/reader.ts';
import { dutyStanding } from '../policy/duties.ts';
import { stamp } from './clock.ts';
import { noteDuty, openHeldPastRelease } from './duty-log.ts';
import { cover } from './record.ts';
import type { Member } from './route.ts';
import { steadyNow } from './steady-clock.ts';

/** Whoever only reads leaves the records as they are; the next one at the desk puts it on record. */
const KEEPERS: readonly string[] = ['booking-officer', 'supervisor', 'chief'];
/** Somebody is held past release one minute after it was due. */
const GRACE_MS = 60_000;

/** Puts jumps of the clock on record, once, and on every duty that runs. */
async function keepJumps(member: Member): Promise<void> {
  const { steady, options } = member.state;
  const { jumps, reading } = steady;
  const ahead = reading === null ? 0 : Math.round((reading.steady - reading.wall) / 1000);
  steady.jumps = [];
  for (const jump of jumps) {
    const seconds = Math.round(jump / 1000);
    await member.open.store.transaction(async (tx) => {
      await cover(tx, member, { type: 'clock.jumped', disclosures: { clock: { seconds, ahead } } });
      const at = stamp(options.clock.now());
      for (const duty of await listOpenDuties(tx)) {
        await noteDuty(tx, member, { duty, kind: 'clock', at, detail: { seconds, ahead } });
      }
    });
  }
}

/** Puts each step of escalation on record once. */
async function keepSteps(member: Member, now: number): Promise<void> {
  const risen = (await listOpenDuties(member.open.store.read)).filter((duty) => dutyStanding(duty, now).escalation > 0);
  if (risen.length === 0) return;
  await member.open.store.transaction(async (tx) => {
    const open = await listOpenDuties(tx);
    const events = await listDutyEvents(
      tx,
      open.map(({ dutyId }) => dutyId),
    );
    for (const duty of open) {
      const { escalation } = dutyStanding(duty, now);
      const kept = events.filter(({ dutyId, kind }) => dutyId === duty.dutyId && kind === 'escalated').length;
      for (let step = kept + 1; step <= escalation; step += 1) {
        const at = stamp(member.state.options.clock.now());
        await noteDuty(tx, member, { duty, kind: 'escalated', at, detail: { step } });
      }
    }
  });
}

/** Opens the alarm of everybody who is held past release without a criminal basis (M13). */
async function keepReleases(member: Member, now: number): Promise<void> {
  const due = stamp(new Date(now - GRACE_MS));
  const held = await listBookedPastRelease(member.open.store.read, due);
  for (const { bookingId, releaseEligibleAt } of held) {
    await member.open.store.transaction((tx) => openHeldPastRelease(tx, member, { bookingId, releaseEligibleAt }));
  }
}

/** Brings the duties up to the moment: jumps of the clock, people held too long, steps of escalation. */
export async function keepDutiesUp(member: Member): Promise<void> {
  const { state, open, person } = member;
  const now = await steadyNow(state.steady, state.options.clock, open.store.read);
  if (!KEEPERS.includes(person.role)) return;
  await keepJumps(member);
  await keepReleases(member, now);
  await keepSteps(member, now);
}
