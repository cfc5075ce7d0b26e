import { clearContact, clearText } from '../../policy/gate.ts';
import { readMoment } from '../time/read-moment.ts';
import { showMoment } from '../time/show.ts';
import { toIso } from '../time/zone.ts';
import type { TypedIntake } from './intake.ts';

/** Everything that stands in the boxes of an intake. */
export interface OpenIntake extends TypedIntake {
  readonly when: string;
}
export type IntakeBox = 'when' | 'who' | 'asked' | 'whom';

/** A half-typed intake, as the window remembers it while somebody is in another room. */
export interface KeptIntake {
  readonly typed: OpenIntake;
  readonly bookingId: string | null;
  /** Boxes that held what cannot stay; they wait empty. */
  readonly left: readonly IntakeBox[];
  readonly at: string;
}

/** Where the window remembers it: in its memory alone, until somebody else signs in or out. */
export interface IntakeMemory {
  kept: KeptIntake | null;
}

export const EMPTY_INTAKE: OpenIntake = { channel: 'fax', when: 'now', who: '', asked: '', whom: '', asks: null };

const passes = (box: IntakeBox, text: string): boolean =>
  (box === 'whom' ? clearText(text, 'name') : clearContact(text)).ok;

/** "Now" and "-10m" mean the moment at which they were typed, not the one at which somebody comes back. */
function fixed(when: string, now: Date): string | null {
  const moment = readMoment(when, now);
  if (moment.kind === 'moment') return showMoment(moment.at);
  return moment.kind === 'choose' ? when : null;
}

/** What is remembered of an intake: only what passed the screen. Null where nothing was typed. */
export function keepIntake(typed: OpenIntake, bookingId: string | null, now: Date): KeptIntake | null {
  const { who, asked, whom } = typed;
  if ([who, asked, whom].every((text) => text.trim() === '')) return null;
  const when = fixed(typed.when, now);
  const refused = (['who', 'asked', 'whom'] as const).filter((box) => !passes(box, typed[box]));
  const clean = (box: 'who' | 'asked' | 'whom'): string => (refused.includes(box) ? '' : typed[box]);
  return {
    typed: { ...typed, when: when ?? '', who: clean('who'), asked: clean('asked'), whom: clean('whom') },
    bookingId,
    left: [...(when === null && typed.when.trim() !== '' ? (['when'] as const) : []), ...refused],
    at: toIso(now),
  };
}
