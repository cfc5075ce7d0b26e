import type { z } from 'zod';
import type { Access } from '../contract/call.ts';
import type { Reply } from '../contract/reply.ts';
import type { Person } from '../policy/people.ts';
import type { Refusal } from '../policy/refusal.ts';
import { refuse, refused } from './reply.ts';
import type { OpenStation, Session, StationState } from './state.ts';

/** Who calls: a window, or the command line. */
export interface Caller {
  readonly state: StationState;
  readonly client: string;
}

/** A caller who has signed in, with the records open. */
export interface Member extends Caller {
  readonly open: OpenStation;
  readonly person: Person;
}

interface Entry<I extends z.ZodType> {
  readonly access: Access;
  readonly input: I;
}

/** One call, ready to run. `O` is what it answers. */
export interface Route<O> {
  run(caller: Caller, input: unknown): Promise<Reply<O>>;
}

/** How a refused input is told is loaded when there is one: the first screen's calls do without. */
async function refuseInput(error: z.ZodError, input: unknown): Promise<Reply<never>> {
  const { inputRefusals } = await import('./input-refusals.ts');
  return refused(...inputRefusals(error, input));
}

/** A call that needs nobody signed in. */
export function forAnyone<I extends z.ZodType, O>(
  entry: Entry<I>,
  handle: (caller: Caller, input: z.output<I>) => Promise<Reply<O>>,
): Route<O> {
  return {
    async run(caller, input) {
      const parsed = entry.input.safeParse(input);
      return parsed.success ? handle(caller, parsed.data) : refuseInput(parsed.error, input);
    },
  };
}

function refuseDoor(access: Access, session: Session): Refusal | null {
  if (access !== 'signed-in' && session.locked) return { code: 'locked' };
  if (access !== 'signed-in' && session.must !== null) return { code: 'second-factor-first' };
  const { role } = session.person;
  if (typeof access === 'string' || access.includes(role)) return null;
  const chiefOnly = access.every((one) => one === 'chief');
  return { code: 'role-not-allowed', params: chiefOnly ? { role, why: 'by-the-chief' } : { role } };
}

/** A call for people who have signed in; their role is checked before the input is looked at (M21). */
export function forMembers<I extends z.ZodType, O>(
  entry: Entry<I>,
  handle: (member: Member, input: z.output<I>) => Promise<Reply<O>>,
): Route<O> {
  const { access } = entry;
  return {
    async run(caller, input) {
      const session = caller.state.sessions.get(caller.client);
      const { open } = caller.state;
      if (session === undefined || open === null) return refuse('not-signed-in');
      const no = refuseDoor(access, session);
      if (no !== null) return refused(no);
      const parsed = entry.input.safeParse(input);
      if (!parsed.success) return refuseInput(parsed.error, input);
      return handle({ ...caller, open, person: session.person }, parsed.data);
    },
  };
}
