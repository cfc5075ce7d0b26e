import type { CallInput } from '../../contract/calls.ts';
import { clearContact } from '../../policy/gate.ts';
import { RELEASED, RELEASED_UNBOOKED, type NotificationDraft } from '../../policy/notification.ts';
import type { Signature, Unbooked } from '../ground/about.ts';
import { readMoment, type MomentReading } from '../time/read-moment.ts';

type Input = CallInput<'notification.record'>;

/** Texts of a contact as they are typed. */
export interface TypedNotice {
  readonly agency: string;
  readonly unit: string;
  readonly recipient: string;
  readonly reachedAt: string;
  readonly verifiedHow: string;
  readonly purpose: string;
  readonly reason: string;
}
const EMPTY: TypedNotice = {
  ...{ agency: '', unit: '', recipient: '', reachedAt: '', verifiedHow: '' },
  ...{ purpose: '', reason: '' },
};

/** Whom the contact is about, and on what a notice rests; absent where it is about nobody in particular. */
export interface NoticeStart {
  readonly bookingId?: string | undefined;
  readonly determinationId?: string | undefined;
  readonly unbooked?: Unbooked | undefined;
  readonly notice?: TypedNotice | undefined;
}

/** What stands in the form of a contact, and the call that it makes. */
export class NoticeForm {
  readonly #start: NoticeStart;
  /** Whether a notice goes out; otherwise the record says that none does. */
  readonly notifies: boolean;
  typed = $state({ ...EMPTY });
  contacted = $state('now');
  outcome = $state<Input['outcome']>('no-action');
  direction = $state<Input['direction']>('out');
  channel = $state<Input['channel']>('phone');
  released = $state<NotificationDraft['released'][number][]>([]);
  criminalHistory = $state(false);
  /** The word of a second person, given once more where the first one waited too long. */
  signature = $state.raw<Signature | null>(null);

  readonly blocked: boolean = $derived(Object.values(this.typed).some((text) => !clearContact(text).ok));
  /** Whether somebody was reached, so that it is asked who. */
  readonly isContact: boolean = $derived(this.outcome === 'notified' || this.direction === 'in' || this.#isAlone());

  constructor(start: NoticeStart) {
    this.#start = start;
    this.typed = { ...EMPTY, ...start.notice };
    this.notifies = start.determinationId !== undefined || start.unbooked?.decided !== undefined;
    this.signature = start.unbooked?.decided?.signature ?? null;
    this.outcome = this.notifies ? 'notified' : this.#isAlone() ? 'declined' : 'no-action';
  }

  #isAlone(): boolean {
    return this.#start.bookingId === undefined && this.#start.unbooked === undefined;
  }
  /** What may be told: of somebody who is not booked there is no booking to tell of. */
  get offered(): readonly NotificationDraft['released'][number][] {
    return this.#start.unbooked === undefined ? RELEASED : RELEASED_UNBOOKED;
  }
  moment(now: Date): MomentReading {
    return readMoment(this.contacted, now);
  }
  /** Of the texts, those that passed the screen. */
  get kept(): TypedNotice {
    const passed = Object.entries(this.typed).filter(([, text]) => clearContact(text).ok);
    return { ...EMPTY, ...Object.fromEntries(passed) };
  }
  #about(): Pick<Input, 'bookingId' | 'determinationId' | 'subject' | 'ground' | 'facts' | 'cosignId'> {
    const { bookingId, determinationId, unbooked } = this.#start;
    if (unbooked === undefined) {
      return {
        ...(bookingId === undefined ? {} : { bookingId }),
        ...(determinationId === undefined ? {} : { determinationId }),
      };
    }
    const { subject, decided } = unbooked;
    if (decided === undefined) return { subject };
    const { ground, facts } = decided;
    const cosigned = this.signature === null ? {} : { cosignId: this.signature.id };
    return { subject, ground, facts, ...cosigned };
  }
  /** The call; null while the time cannot be read. */
  input(now: Date): Input | null {
    const moment = this.moment(now);
    if (moment.kind !== 'moment') return null;
    const { outcome, direction, channel, typed } = this;
    const texts = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''));
    const notified = outcome === 'notified';
    return {
      ...texts,
      ...this.#about(),
      ...{ outcome, direction, contactedAt: moment.at, channel, agency: typed.agency, purpose: typed.purpose },
      released: notified ? [...this.released] : [],
      criminalHistory: notified && this.criminalHistory,
    };
  }
}
