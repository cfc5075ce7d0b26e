import type { Duty } from '../../contract/matter.ts';
import { MINUTE } from './moved-clock.ts';
import type { TestStation } from './station.ts';

interface Place {
  readonly desk: () => TestStation;
  readonly clock: { now(): Date };
}

/** Looks at the duties of a station and acts on them, by the clock that the test moves. */
export interface DutyDesk {
  /** Now, as told. */
  readonly told: () => string;
  readonly ago: (minutes: number) => string;
  readonly named: (name: string, client?: string) => Promise<readonly Duty[]>;
  /** The first open one of this code; throws where there is none. */
  readonly only: (name: string) => Promise<Duty>;
  /** Answers what was refused. `boxes` and whose window they are told in. */
  readonly act: (
    dutyId: string,
    kind: 'attempt' | 'done',
    boxes?: Readonly<Record<string, string>>,
  ) => Promise<readonly string[]>;
}

/** `desk` is asked anew each time: a test may close its station and open it again. */
export function dutyDesk({ desk, clock }: Place): DutyDesk {
  const told = (): string => clock.now().toISOString();
  const named = async (name: string, client = 'test'): Promise<readonly Duty[]> =>
    (await desk().done('duty.list', {}, client)).filter(({ duty }) => duty === name);
  return {
    told,
    named,
    ago: (minutes) => new Date(clock.now().getTime() - minutes * MINUTE).toISOString(),
    async only(name) {
      const [first] = await named(name);
      if (first === undefined) throw new Error(`no duty ${name}`);
      return first;
    },
    async act(dutyId, kind, { client = 'test', ...detail } = {}) {
      const reply = await desk().call('duty.act', { dutyId, kind, at: told(), detail }, client);
      return reply.ok ? [] : reply.refusals.map(({ code, field }) => `${code} ${String(field)}`);
    },
  };
}
