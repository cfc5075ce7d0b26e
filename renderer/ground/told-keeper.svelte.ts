import type { ToldKept } from '../../contract/notification.ts';
import type { Act, Ground } from '../../policy/decision.ts';
import type { MatterSubject } from '../../policy/matters/matter.ts';
import { call } from '../api.ts';
import { showSeconds, showSince, showTime } from '../time/show.ts';
import { Keeping } from '../ui/keeping.svelte.ts';
import { words } from '../words/words.ts';
import type { About } from './about.ts';

const text = words.ground.kept;

interface Place {
  readonly act: Act;
  readonly bookingId?: string;
  readonly matterId?: string;
}

/** What a page holds that was told. */
interface Held {
  readonly act: Act;
  readonly subject: MatterSubject;
  readonly ground: Ground | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

const isNamed = ({ lastName, firstName }: MatterSubject): boolean => lastName !== undefined || firstName !== undefined;

/** Whom the page is about once what was kept is back: null where that was somebody else. */
export function subjectBack(page: MatterSubject, kept: MatterSubject): MatterSubject | null {
  const same = page.lastName === kept.lastName && page.firstName === kept.firstName;
  if (isNamed(page) && isNamed(kept) && !same) return null;
  return isNamed(page) ? { ...kept, ...page } : { ...page, ...kept };
}

/** Whose page it is, as the station keeps it. */
function placeOf({ bookingId, matterId }: Pick<About, 'bookingId' | 'matterId'>, act: Act): Place {
  return {
    act,
    ...(bookingId === undefined ? {} : { bookingId }),
    ...(matterId === undefined ? {} : { matterId }),
  };
}

/** What was told for it waits no longer; whether it is gone. */
export async function dropTold(about: Pick<About, 'bookingId' | 'matterId'>, act: Act): Promise<boolean> {
  return (await call('ground.dropTold', placeOf(about, act))).ok;
}

/** Keeps what was told on "May we …?" as soon as it is told, and finds it again. */
export class ToldKeeper {
  readonly #about: Pick<About, 'bookingId' | 'matterId'>;
  readonly #now: () => Date;
  readonly #keeping = new Keeping();

  constructor(about: Pick<About, 'bookingId' | 'matterId'>, now: () => Date) {
    this.#about = about;
    this.#now = now;
  }
  /** What the footer says; empty where nothing is kept. */
  get note(): string {
    const { failed, keptAt } = this.#keeping;
    if (failed !== null) return failed === 'keep' ? text.notKept : text.notDropped;
    if (keptAt === null) return '';
    const since = showSince(keptAt, this.#now());
    return text.at(since === showTime(keptAt) ? showSeconds(keptAt) : since);
  }
  /** Whether the page itself says whom it is about: no booking and no matter does. */
  get names(): boolean {
    return this.#about.bookingId === undefined && this.#about.matterId === undefined;
  }
  get keeps(): boolean {
    return this.#keeping.keptAt !== null;
  }
  /** What was told about this act before; null where nothing was, or it cannot be read now. */
  async find(act: Act): Promise<ToldKept | null> {
    const reply = await call('ground.told', placeOf(this.#about, act));
    this.#keeping.keptAt = reply.ok ? reply.value.keptAt : null;
    return reply.ok && reply.value.keptAt !== null ? reply.value : null;
  }
  /** Keeps all that the page holds; of what the screen stops nothing is there. */
  async keep(page: Held): Promise<void> {
    const { act, subject, ground, facts } = page;
    const looked = ground === null ? {} : { ground };
    const held = { ...placeOf(this.#about, act), subject, ...looked, facts: $state.snapshot(facts) };
    await this.#keeping.keep(async () => call('ground.keepTold', held));
  }
  /** Forgets what was kept, after any keeping that is under way; what cannot be forgotten stays, and is said to. */
  async drop(act: Act): Promise<void> {
    await this.#keeping.drop(async () => dropTold(this.#about, act));
  }
  /** The page is gone. */
  stop(): void {
    this.#keeping.stop();
  }
}
