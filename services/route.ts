import type { z } from 'zod';
import type { Access } from '../contract/call.ts';
import type { Reply } from '../contract/reply.ts';
import type { Person } from '../policy/people.ts';
import type { Refusal } from '../policy/refusal.ts';
import { placeOfNul } from './plain-text.ts';
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

type Refused = Extract<Reply<never>, { readonly ok: false }>;

interface Entry<I extends z.ZodType> {
  readonly access: Access;
  readonly input: I;
}

/** One call, ready to run. `O` is what it answers. */
export interface Route<O> {
  run(caller: Caller, input: unknown): Promise<Reply<O>>;
}

async function refuseNul(place: readonly string[]): Promise<Refused> {
  const { fieldAt } = await import('./input-refusals.ts');
  return refuse('wrong-value', { field: fieldAt(place) });
}

/** Null where bytes stand in place of a list: the library freezes what it read, and bytes cannot be frozen. */
function parse<I extends z.ZodType>(schema: I, input: unknown): z.ZodSafeParseResult<z.output<I>> | null {
  try {
    return schema.safeParse(input);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The input as its schema has it, without what no text may hold. */
async function read<I extends z.ZodType>(
  { input: schema }: Entry<I>,
  input: unknown,
): Promise<{ readonly ok: true; readonly data: z.output<I> } | Refused> {
  const parsed = parse(schema, input);
  if (parsed === null) return refuse('wrong-value');
  if (!parsed.success) return refuseInput(parsed.error, input);
  const place = placeOfNul(parsed.data);
  return place === null ? { ok: true, data: parsed.data } : refuseNul(place);
}

/** How a refused input is told is loaded when there is one: the first screen's calls do without. */
async function refuseInput(error: z.ZodError, input: unknown): Promise<Refused> {
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
      const given = await read(entry, input);
      return given.ok ? handle(caller, given.data) : given;
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
      const given = await read(entry, input);
      return given.ok ? handle({ ...caller, open, person: session.person }, given.data) : given;
    },
  };
}
