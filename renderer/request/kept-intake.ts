import type { KeptForm } from '../../contract/matter-form.ts';
import { clearContact, clearText } from '../../policy/gate.ts';
import { ASKS, readAsks } from '../../policy/matters/asks.ts';
import type { Verdict } from '../../policy/screen/verdict.ts';
import { keptOf, LastPassed, type KeptText } from '../screened/last-passed.ts';
import { verdictOn } from '../screened/refused-place.ts';
import type { TypedNow } from '../matter/form-keeper.svelte.ts';
import { nameOf } from '../matter/subject-name.ts';
import { readMoment } from '../time/read-moment.ts';
import { showMoment } from '../time/show.ts';
import { words } from '../words/words.ts';
import { intakeOf, type TypedIntake } from './intake.ts';

/** Everything that stands in the boxes of an intake. */
export interface OpenIntake extends TypedIntake {
  readonly when: string;
}

export const EMPTY_INTAKE: OpenIntake = { channel: 'fax', when: 'now', who: '', asked: '', whom: '', asks: null };

const text = words.request.intake;
/** What the boxes are called, by the names of what is kept of them. */
export const INTAKE_LABELS = { at: text.when, agency: text.who, asked: text.asked, lastName: text.whom };
type WrittenBox = 'who' | 'asked' | 'whom';
const WRITTEN = ['who', 'asked', 'whom'] as const;
const KEPT_AS = { who: 'agency', asked: 'asked', whom: 'lastName' } as const;
const passes = (box: WrittenBox, typed: string): boolean =>
  (box === 'whom' ? clearText(typed, 'name') : clearContact(typed)).ok;

/** What may be kept of an intake unrecorded: only what passed the screen. Null where nothing was typed. */
export function typedIntake(typed: OpenIntake, bookingId: string | null, now: Date): TypedNow | null {
  const { who, asked, whom } = typed;
  if ([who, asked, whom].every((one) => one.trim() === '')) return null;
  // "Now" and "-10m" mean the moment at which they were typed, not the one at which somebody comes back.
  const moment = readMoment(typed.when, now);
  const refused = WRITTEN.filter((box) => !passes(box, typed[box]));
  const clean = (box: WrittenBox): string => (refused.includes(box) ? '' : typed[box]);
  const clear = { ...typed, who: clean('who'), asked: clean('asked'), whom: clean('whom') };
  const { subject, event } = intakeOf(clear, { at: '', bookingId });
  const timeless = moment.kind !== 'moment' && typed.when.trim() !== '';
  return {
    ...(moment.kind === 'moment' ? { at: moment.at } : {}),
    detail: event.detail,
    subject,
    left: [...(timeless ? ['at'] : []), ...refused.map((box) => KEPT_AS[box])],
  };
}

/**
 * Remembers of each box the last text that passed: that is kept while what stands there is refused, and of what is asked
 * its other sentences before that.
 */
export class IntakeMemory {
  readonly #last: Readonly<Record<WrittenBox, LastPassed>>;

  constructor({ who, asked, whom }: OpenIntake) {
    this.#last = { who: new LastPassed(who), asked: new LastPassed(asked), whom: new LastPassed(whom) };
  }
  /** The same as `typedIntake`, with what may be kept in the place of what is refused. */
  typed(typed: OpenIntake, bookingId: string | null, now: Date): TypedNow | null {
    const refused = WRITTEN.filter((box) => !passes(box, typed[box]));
    for (const box of WRITTEN) {
      const { findings } = verdictOn(typed[box], box === 'whom' ? 'name' : 'contact');
      this.#last[box].hear(typed[box], { blocked: refused.includes(box), findings });
    }
    const instead = refused.map((box) => ({ box, ...this.#kept(box, typed[box]) }));
    const texts = Object.fromEntries(instead.map(({ box, text }) => [box, text] as const));
    const kept = typedIntake({ ...typed, ...texts }, bookingId, now);
    if (kept === null) return typedIntake(typed, bookingId, now);
    const partly = instead.filter(({ isPart }) => isPart).map(({ box }) => KEPT_AS[box]);
    return { ...kept, left: [...new Set([...kept.left, ...refused.map((box) => KEPT_AS[box])])], partly };
  }
  /** A name goes as a whole. */
  #kept(box: WrittenBox, refused: string): KeptText {
    const last = this.#last[box];
    if (box !== 'asked') return { text: last.text, isPart: false };
    const screened = (one: string): Verdict => verdictOn(one, 'contact');
    return keptOf(last, refused, { screened, passes: (one) => passes(box, one) });
  }
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What was kept, as it stood in the boxes. */
export function intakeBack({ at, detail, subject }: Pick<KeptForm, 'at' | 'detail' | 'subject'>): OpenIntake {
  const asked = said(detail['asked']);
  const told = detail['asks'];
  const asks = ASKS.filter((one) => Array.isArray(told) && told.some((each) => each === one));
  const official = said(detail['official']);
  const read = readAsks(asked);
  const asRead = read.length === asks.length && read.every((one) => asks.includes(one));
  return {
    channel: said(detail['channel']) || EMPTY_INTAKE.channel,
    when: at === undefined ? '' : showMoment(at),
    who: said(detail['agency']) + (official === '' ? '' : `, ${official}`),
    asked,
    whom: nameOf(subject) ?? '',
    asks: asRead ? null : asks,
  };
}
