// Requests and duties of many years, made up.
import { randomUUID } from 'node:crypto';
import { HOUR_MS, momentOf, type Happening, type Made } from './filled-happenings.ts';

/** So many of the newest requests, and of the newest duties, are still to be seen to. */
const OPEN = 20;
const AGENCIES = ['ICE ERO', 'CBP', 'HSI', 'USCIS'] as const;
const DUTIES = ['written-confirmation', 'finish-facts', 'cleared', 'held-past-release'] as const;

interface Request {
  readonly id: string;
  readonly by: string;
  readonly received: number;
}

function begun(made: Made, { id, by, received }: Request, number: string): Happening {
  const booking_id = made.draw.pick([null, ...made.bookings]);
  const whom = { subject_last: 'Testperson', subject_first: 'Alex', subject_dob: '1980-02-03' };
  const row = (at: string) => ({ id, number, kind: 'request', booking_id, ...whom, opened_at: at, opened_by: by });
  return { at: received, by, type: 'matter.opened', table: 'matter', row };
}

function answered({ packDigest }: Made, { id: matter_id, by, received }: Request): Happening {
  const factsKnownAt = new Date(received).toISOString();
  const facts = JSON.stringify({ act: 'reply-request', facts: { factsKnownAt, said: 'x'.repeat(800) } });
  const asked = { event: 'replied', act: 'reply-request', ground: 'LC', cite: '2', facts, pack_digest: packDigest };
  const answer = { outcome: 'allow', missing: '[]', contradicted: '[]' };
  const row = (at: string) => ({ id: randomUUID(), matter_id, ...asked, ...answer, at, by });
  return { at: received + HOUR_MS, by, type: 'matter.continued', table: 'matter_decision', row };
}

const event =
  ({ id: matter_id, by, received }: Request) =>
  (kind: string, hours: number, told: object): Happening => {
    const detail = JSON.stringify(told);
    const row = (at: string) => ({ id: randomUUID(), matter_id, kind, at, detail, entered_at: at, entered_by: by });
    return { at: received + hours * HOUR_MS, by, type: 'matter.continued', table: 'matter_event', row };
  };

/** Requests from their receipt to their end, the newest still open. */
export function requestsOf(
  made: Made,
  count: number,
): { readonly ids: readonly string[]; readonly all: readonly Happening[] } {
  const { draw, people } = made;
  const requests = Array.from({ length: count }, (_none, at): Request => {
    return { id: randomUUID(), by: draw.pick(people), received: momentOf(made, at, count) };
  });
  const all = requests.flatMap((request, at) => {
    const number = `M-${String(new Date(request.received).getUTCFullYear())}-${String(at).padStart(5, '0')}`;
    const told = { channel: 'fax', agency: draw.pick(AGENCIES), asked: 'When is he released?', form: 'I-247A' };
    const note = event(request);
    const seen = [begun(made, request, number), note('received', 0, told), answered(made, request)];
    const over = [note('decided', 2, { decision: 'declined', clause: '2' }), note('closed', 3, {})];
    return at < count - OPEN ? [...seen, ...over] : seen;
  });
  return { ids: requests.map(({ id }) => id), all };
}

/** The clock of 2(c) begins alone now and then; every other duty is of a request or of a booking. */
function dueTo({ draw, bookings }: Made, matters: readonly string[], at: number) {
  if (at % 400 === 0) return { duty: 'jttf', ground: '2c', matter_id: null, booking_id: null };
  const duty = draw.pick(DUTIES);
  const matter_id = draw.whole(2) === 0 ? (matters[draw.whole(matters.length)] ?? null) : null;
  return { duty, ground: '3b-i', matter_id, booking_id: matter_id === null ? draw.pick(bookings) : null };
}

function opened(id: string, of: { readonly by: string; readonly began: number; readonly due: object }): Happening {
  const { by, began, due } = of;
  const since = new Date(began).toISOString();
  const by_time = new Date(began + 48 * HOUR_MS).toISOString();
  const row = (at: string) => ({ id, ...due, cite: '3(b)(i)', since, by_time, opened_at: at, opened_by: by });
  return { at: began, by, type: 'duty.opened', table: 'duty', row };
}

/** Duties from their beginning to their end, the newest still open. @param matters ids of those that they hang on */
export function dutiesOf(made: Made, matters: readonly string[], count: number): readonly Happening[] {
  return Array.from({ length: count }, (_none, at) => at).flatMap((at) => {
    const [by, duty_id, began] = [made.draw.pick(made.people), randomUUID(), momentOf(made, at, count)];
    const first = opened(duty_id, { by, began, due: dueTo(made, matters, at) });
    if (at >= count - OPEN) return [{ ...first, beside: { table: 'open_duty', row: { duty_id } } }];
    const note = (kind: string, hours: number, told: object): Happening => {
      const detail = JSON.stringify(told);
      const row = (moment: string) => ({
        id: randomUUID(),
        duty_id,
        kind,
        at: moment,
        detail,
        entered_at: moment,
        entered_by: by,
      });
      return { at: began + hours * HOUR_MS, by, type: `duty.${kind}`, table: 'duty_event', row };
    };
    return [
      first,
      ...(at % 4 === 0 ? [note('escalated', 49, { step: '1' })] : []),
      note('done', 50, { note: 'seen to' }),
    ];
  });
}
