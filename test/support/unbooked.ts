import { afterAll, beforeAll } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import type { Notification } from '../../contract/notification.ts';
import type { Reply } from '../../contract/reply.ts';
import { movedClock } from './moved-clock.ts';
import { newTestStation, PASSPHRASE, type TestStation } from './station.ts';

type Input = CallInput<'notification.record'>;
export interface GroundForm {
  readonly ground: WithoutArrest['ground'];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly cosignId?: string;
}

/** Somebody made up who is not booked. */
export const SUBJECT = { role: 'suspect', lastName: 'Placeholder', firstName: 'Kim', dob: '1990-04-01' } as const;
/** The same, of unknown age. */
export const AGELESS = { role: SUBJECT.role, lastName: SUBJECT.lastName } as const;

/** What was told of each ground that needs no arrest; `cosigned` where a second person signs as well. */
export const WITHOUT_ARREST = [
  {
    ground: '2c',
    cosigned: true,
    facts: {
      factsKnownAt: '2026-11-20T01:00:00-05:00',
      suspicion: 'Bought timers and ball bearings, and drew the station for a buyer.',
      protectedSpeechIsNotTheBasis: true,
    },
  },
  {
    ground: '2d',
    cosigned: false,
    facts: { venture: 'Runs a van twice a week and takes 3,000 dollars a head.', part: 'organizer' },
  },
  {
    ground: '2e',
    cosigned: false,
    facts: {
      activity: 'Sells heroin for the crew at the mill, from a car.',
      involves: 'drug-distribution',
      basisOfKnowledge: 'The source bought from the person twice in the last week.',
      veracity: 'Four earlier tips of this source led to seizures.',
      affiant: 'Det. C. Fictional',
      sources: ['informant', 'surveillance'],
    },
  },
  {
    ground: 'X2',
    cosigned: true,
    facts: {
      whatHappened: 'Said to two people that the water works would burn on Friday.',
      whySerious: 'The person has the keys and was seen there with fuel.',
      threat: 'public-safety',
      perceivedFrom: 'Two named neighbors heard it, a patrol found the fuel.',
      whyNoListedGround: 'Nobody was arrested and nothing points to a group.',
    },
  },
] as const;

export type WithoutArrest = (typeof WITHOUT_ARREST)[number];

export function caseOf(ground: WithoutArrest['ground']): WithoutArrest {
  const found = WITHOUT_ARREST.find((one) => one.ground === ground);
  if (found === undefined) throw new TypeError('no such case');
  return found;
}

/** A notice to a made-up office about somebody who is not booked. */
export function noticeOf(more: Partial<Input> = {}): Input {
  return {
    outcome: 'notified',
    direction: 'out',
    contactedAt: '2026-11-20T02:10:00-05:00',
    agency: 'Federal office, made up',
    channel: 'phone',
    purpose: 'Notice of what the tip says.',
    released: ['name'],
    criminalHistory: false,
    subject: SUBJECT,
    ...more,
  };
}

/** The form of one ground, with the word of `keeper` where the ground asks for a second person. */
export async function formOf(
  desk: TestStation,
  { ground, facts, cosigned }: WithoutArrest,
  client = 'test',
): Promise<GroundForm> {
  if (!cosigned) return { ground, facts };
  const form = { subject: SUBJECT, ground, facts, name: 'keeper', passphrase: PASSPHRASE };
  const { cosignId } = await desk.done('ground.cosign', form, client);
  return { ground, facts, cosignId };
}

/** What became of a notice: its number, or code, place, and what was missing or why. */
function cameTo(reply: Reply<Notification>): string {
  if (reply.ok) return reply.value.number.replace(/\d+$/, '…');
  return reply.refusals
    .map(({ code, field, params }) => {
      const why = code === 'wrong-value' ? params?.['why'] : params?.['missing'];
      return [code, field, why].filter((part) => part !== undefined && part !== '').join(' ');
    })
    .join('; ');
}

/** A station with an officer signed in as `test`, a supervisor `keeper`, and a clock that the test moves. */
export interface UnbookedDesk {
  readonly clock: ReturnType<typeof movedClock>;
  readonly desk: TestStation;
  /** Records a notice and says what it came to. */
  record(more: Partial<Input>, client?: string): Promise<string>;
}

export function unbookedDesk(): UnbookedDesk {
  const clock = movedClock();
  let desk: TestStation | undefined;
  const at: UnbookedDesk = {
    clock,
    get desk() {
      if (desk === undefined) throw new Error('the station is not founded yet');
      return desk;
    },
    record: async (more, client = 'test') => cameTo(await at.desk.call('notification.record', noticeOf(more), client)),
  };
  beforeAll(async () => {
    desk = await newTestStation({ clock });
    await desk.addPerson('booking-officer', 'sample');
    await desk.addPerson('supervisor', 'keeper');
    await desk.signIn('sample');
  }, 120_000);
  afterAll(() => at.desk.remove());
  return at;
}
