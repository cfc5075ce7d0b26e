import type { Reply } from '../../contract/reply.ts';
import type { FaultReport } from '../../services/state.ts';

const PLAIN = /^[\w.-]{1,60}$/;

function plain(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value) ? value : '';
}

/** Name and code of a thrown value, where they are plain words, since its text could carry a record; `event` where nothing was thrown. */
function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return thrown === undefined ? 'event' : typeof thrown;
  const code = 'code' in thrown ? plain(thrown.code) : '';
  return [plain(thrown.name), code].filter((part) => part !== '').join(' ');
}

interface Moment {
  readonly incident: string;
  readonly now: Date;
  /** A call's name or a step of the shell. */
  readonly place: string;
}

/** What may be told of something unexpected: when, where, of what kind; never with what. */
export function faultOf(thrown: unknown, { incident, now, place }: Moment): FaultReport {
  return { incident, at: now.toISOString(), kind: kindOf(thrown), where: [place] };
}

/** What the caller learns about a fault: its number, to ask about it. */
export function faultReply(incident: string): Reply<never> {
  return { ok: false, refusals: [{ code: 'fault', params: { incident } }] };
}
