import { clearContact, clearText } from '../../policy/gate.ts';
import { isCount } from '../../policy/gate/matter-box.ts';
import type { MatterDetail } from '../../policy/matters/matter.ts';
import {
  readPep,
  type PepClaim,
  type PepConviction,
  type PepPriority,
  type PepReading,
} from '../../policy/matters/pep.ts';
import { convictionRow, DAYS } from '../../policy/matters/triage.ts';
import { words } from '../words/words.ts';

/** A conviction while it is typed. */
export interface TypedConviction extends Omit<
  { -readonly [K in keyof PepConviction]: PepConviction[K] },
  'daysToServe'
> {
  days: string;
}

const text = words.request.pep;
const blocked = (typed: string): string | null => (clearText(typed, 'reason').ok ? null : words.matter.blocked);

/** What stands against the boxes of a conviction; null where a box may stay. */
export function convictionProblems(
  typed: TypedConviction,
): Readonly<Record<'incident' | 'court' | 'days', string | null>> {
  const days = typed.days.trim();
  return {
    incident: blocked(typed.incident),
    court: blocked(typed.court),
    days: days === '' || isCount(days, DAYS) ? null : text.daysOnly,
  };
}

function toConviction({ days, ...typed }: TypedConviction): PepConviction {
  const told = days.trim();
  return { ...typed, daysToServe: told !== '' && isCount(told, DAYS) ? Number(told) : null };
}

/** What is typed of the priority that a request claims, and what it comes to. */
export class TriageForm {
  claimed = $state<PepPriority | ''>('');
  claimBasis = $state('');
  gangStatute = $state(false);
  gangPart = $state(false);
  determinedBy = $state('');
  readonly convictions = $state<TypedConviction[]>([]);

  readonly reading: PepReading = $derived.by(() => readPep(this.#claim()));
  readonly problems: Readonly<Record<'claimBasis' | 'determinedBy', string | null>> = $derived({
    claimBasis: clearContact(this.claimBasis).ok ? null : words.matter.blockedContact,
    determinedBy: blocked(this.determinedBy),
  });

  #claim(): PepClaim {
    return {
      claimed: this.claimed === '' ? null : this.claimed,
      gangStatute: this.gangStatute,
      gangPart: this.gangPart,
      legalDetermination: this.determinedBy.trim() !== '',
      convictions: this.convictions.map(toConviction),
    };
  }
  get stands(): boolean {
    const problems = [this.problems, ...this.convictions.map(convictionProblems)];
    return problems.every((one) => Object.values(one).every((problem) => problem === null));
  }
  add(): void {
    this.convictions.push({
      ...{ incident: '', court: '', outcome: 'convicted', level: 'unknown' },
      ...{ statusElement: 'unknown', listed: 'none', days: '' },
    });
  }
  /** The boxes as they are kept; what is missing is worked out from them. */
  detail(): MatterDetail {
    const basis = this.claimBasis.trim();
    const by = this.determinedBy.trim();
    return {
      priority: this.claimed === '' ? 'none-claimed' : this.claimed,
      ...(basis === '' ? {} : { claimBasis: basis }),
      ...(this.gangStatute ? { gangStatute: true } : {}),
      ...(this.gangPart ? { gangPart: true } : {}),
      ...(by === '' ? {} : { determinedBy: by }),
      ...(this.convictions.length === 0
        ? {}
        : { convictions: this.convictions.map((one) => convictionRow(toConviction(one))) }),
    };
  }
}
