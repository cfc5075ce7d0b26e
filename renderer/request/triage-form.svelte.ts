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
import { convictionRow, DAYS, pepClaimIn } from '../../policy/matters/triage.ts';
import { keptOf, LastPassed, type KeptText } from '../screened/last-passed.ts';
import { verdictOn } from '../screened/refused-place.ts';
import type { TypedNow } from '../matter/form-keeper.svelte.ts';
import { words } from '../words/words.ts';

/** A conviction while it is typed. */
export interface TypedConviction extends Omit<
  { -readonly [K in keyof PepConviction]: PepConviction[K] },
  'daysToServe'
> {
  days: string;
}

const text = words.request.pep;
const said = (value: MatterDetail[string] | undefined): string => (typeof value === 'string' ? value : '');
const GATES = {
  claimBasis: {
    screened: (typed: string) => verdictOn(typed, 'contact'),
    passes: (typed: string) => clearContact(typed).ok,
  },
  determinedBy: {
    screened: (typed: string) => verdictOn(typed, 'reason'),
    passes: (typed: string) => clearText(typed, 'reason').ok,
  },
};
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

function asTyped({ daysToServe, ...conviction }: PepConviction): TypedConviction {
  return { ...conviction, days: daysToServe === null ? '' : String(daysToServe) };
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
  /** Of a refused text of which nothing else may be kept the last one that passed is. */
  readonly #last = { claimBasis: new LastPassed(''), determinedBy: new LastPassed('') };

  readonly reading: PepReading = $derived.by(() => readPep(this.#claim()));
  readonly problems: Readonly<Record<'claimBasis' | 'determinedBy', string | null>> = $derived({
    claimBasis: clearContact(this.claimBasis).ok ? null : words.matter.blockedContact,
    determinedBy: blocked(this.determinedBy),
  });

  /** What was typed before and kept. */
  static of(detail: MatterDetail): TriageForm {
    const form = new TriageForm();
    form.claimBasis = said(detail['claimBasis']);
    form.determinedBy = said(detail['determinedBy']);
    form.#hear();
    const told = pepClaimIn(detail);
    if (told === null) return form;
    form.claimed = told.claimed ?? '';
    form.gangStatute = told.gangStatute;
    form.gangPart = told.gangPart;
    form.convictions.push(...told.convictions.map(asTyped));
    return form;
  }
  #claim(): PepClaim {
    return {
      claimed: this.claimed === '' ? null : this.claimed,
      gangStatute: this.gangStatute,
      gangPart: this.gangPart,
      legalDetermination: this.determinedBy.trim() !== '',
      convictions: this.convictions.map(toConviction),
    };
  }
  /** All that stands in it, as one text: it changes when anything does. */
  get contents(): string {
    const { claimed, claimBasis, gangStatute, gangPart, determinedBy, convictions } = this;
    return JSON.stringify([claimed, claimBasis, gangStatute, gangPart, determinedBy, convictions]);
  }
  get isTouched(): boolean {
    return this.contents !== new TriageForm().contents;
  }
  #hear(): void {
    const { claimBasis, determinedBy, problems } = this;
    const [basis, by] = [verdictOn(claimBasis, 'contact'), verdictOn(determinedBy, 'reason')];
    this.#last.claimBasis.hear(claimBasis, { ...basis, blocked: problems.claimBasis !== null });
    this.#last.determinedBy.hear(determinedBy, { ...by, blocked: problems.determinedBy !== null });
  }
  /** Who determined it is a name, which goes as a whole. */
  #kept(name: keyof typeof GATES): KeptText {
    if (name === 'determinedBy') return { text: this.#last[name].text, isPart: false };
    return keptOf(this.#last[name], this[name], GATES[name]);
  }
  /** What may be kept of it unrecorded, and the names of the boxes whose text may not. */
  typed(): Required<Pick<TypedNow, 'detail' | 'left' | 'partly'>> {
    this.#hear();
    const clean = TriageForm.of(this.detail());
    const [left, partly]: [string[], string[]] = [[], []];
    for (const name of ['claimBasis', 'determinedBy'] as const) {
      if (this.problems[name] === null) continue;
      const { text: kept, isPart } = this.#kept(name);
      clean[name] = GATES[name].passes(kept) ? kept : '';
      left.push(name);
      if (isPart) partly.push(name);
    }
    this.convictions.map(convictionProblems).forEach((problems, index) => {
      const conviction = clean.convictions[index];
      if (conviction === undefined) return;
      for (const name of ['incident', 'court', 'days'] as const) {
        if (problems[name] === null) continue;
        conviction[name] = '';
        left.push(name);
      }
    });
    return { detail: clean.detail(), left, partly };
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
