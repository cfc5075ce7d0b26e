import type { KeptForm } from '../../contract/matter-form.ts';
import type { MatterDetail, MatterKind, MatterSubject } from '../../policy/matters/matter.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { call } from '../api.ts';
import { showSeconds, showSince, showTime } from '../time/show.ts';
import { Keeping } from '../ui/keeping.svelte.ts';
import { TypingRest } from '../ui/typing-rest.ts';
import { words } from '../words/words.ts';
import { boxWord } from './matter-words.ts';

/** As long as somebody has to rest before what they typed is kept. */
const PAUSE_MS = 700;
const text = words.matter;

/** Which form it is: of an event of a matter, or of one that would begin a matter. */
export interface FormPlace {
  readonly kind: MatterKind;
  readonly event: string;
  readonly matterId?: string | undefined;
  readonly bookingId?: string | undefined;
}

/** What stands in a form and may stay, and the names of the boxes whose text may not; of a refused one another text stands. */
export interface TypedNow {
  readonly at?: string | undefined;
  readonly detail: MatterDetail;
  readonly subject?: MatterSubject | undefined;
  readonly left: readonly string[];
  /** Those of them of which the other sentences stand; of the others it is the last text that passed. */
  readonly partly?: readonly string[];
}

/** Null where nothing was typed. */
export type ReadTyped = () => TypedNow | null;

function placeOf({ kind, event, matterId, bookingId }: FormPlace): FormPlace {
  return {
    ...{ kind, event },
    ...(matterId === undefined ? {} : { matterId }),
    ...(bookingId === undefined || matterId !== undefined ? {} : { bookingId }),
  };
}

/** A form is found again by its matter; without one by its booking, or by having none. */
function isOf(kept: Pick<KeptForm, 'kind' | 'event' | 'matterId' | 'bookingId'>, place: FormPlace): boolean {
  const { kind, event, matterId = null, bookingId = null } = placeOf(place);
  return kept.kind === kind && kept.event === event && kept.matterId === matterId && kept.bookingId === bookingId;
}

const LABELS: Readonly<Record<string, string>> = {
  at: text.when,
  lastName: text.lastName,
  firstName: text.firstName,
  dob: text.dob,
};
/** Names of boxes: of which nothing is kept, an earlier text, the other sentences, or one of both. */
interface Left {
  readonly out: readonly string[];
  readonly earlier: readonly string[];
  readonly partly: readonly string[];
  readonly either: readonly string[];
}
const NOTHING_LEFT: Left = { out: [], earlier: [], partly: [], either: [] };

/** @param notKept what the station left out besides */
function leftIn({ at, detail, subject, left, partly = [] }: TypedNow, notKept: readonly string[] = []): Left {
  const held: Readonly<Record<string, unknown>> = { at, ...subject, ...detail };
  const isKept = (name: string): boolean => held[name] !== undefined && !notKept.includes(name);
  const out = [...left.filter((name) => !isKept(name)), ...notKept];
  const kept = left.filter(isKept);
  const isPart = (name: string): boolean => partly.includes(name);
  return { ...NOTHING_LEFT, out, earlier: kept.filter((name) => !isPart(name)), partly: kept.filter(isPart) };
}
/** Of what comes back nobody knows any more which of both it is. */
function leftBefore(found: KeptForm): Left {
  const { out, earlier } = leftIn(found);
  return { ...NOTHING_LEFT, out, either: earlier };
}

const nameOf = ({ field = '' }: Refusal): string => field.split('.').at(-1) ?? '';

/** Keeps a form of a matter as it is typed, and finds it again. */
export class FormKeeper {
  #place: FormPlace;
  readonly #now: () => Date;
  readonly #labels: Readonly<Record<string, string>>;
  readonly #keeping = new Keeping();
  readonly #rest = new TypingRest({ rest: PAUSE_MS }, () => void this.#keep());
  #left = $state.raw(NOTHING_LEFT);
  #read: ReadTyped = () => null;
  #over = false;

  /** @param labels of boxes that are called otherwise than in a matter's form, by name */
  constructor(place: FormPlace, now: () => Date, labels: Readonly<Record<string, string>> = {}) {
    this.#labels = labels;
    this.#place = place;
    this.#now = now;
  }
  /** What stands below the form; empty where nothing is kept. */
  get note(): string {
    const { failed, keptAt } = this.#keeping;
    if (failed !== null) return failed === 'keep' ? text.kept.notKept : text.kept.notDropped;
    if (keptAt === null) return '';
    const since = showSince(keptAt, this.#now());
    const time = since === showTime(keptAt) ? showSeconds(keptAt) : since;
    const { out, earlier, partly, either } = this.#left;
    const { kept } = text;
    const of = (names: readonly string[], says: (boxes: string) => string): readonly string[] =>
      names.length === 0 ? [] : [says(this.#listed(names))];
    return [
      kept.at(time),
      ...of(earlier, kept.earlier),
      ...of(partly, kept.withoutMarked),
      ...of(either, kept.notAsTyped),
      ...of(out, kept.without),
    ].join(', ');
  }
  #listed(names: readonly string[]): string {
    const labels = names.map((name) => `“${this.#labels[name] ?? LABELS[name] ?? boxWord(name)}”`);
    return labels.filter((label, index) => labels.indexOf(label) === index).join(', ');
  }
  get keeps(): boolean {
    return this.#keeping.keptAt !== null;
  }
  /** What the same person typed here before; null where nothing was, or it cannot be read now. */
  async find(fits: (kept: KeptForm) => boolean = (kept) => isOf(kept, this.#place)): Promise<KeptForm | null> {
    const reply = await call('matter.forms', {});
    const found = (reply.ok ? reply.value.forms.findLast(fits) : undefined) ?? null;
    if (found === null) return null;
    this.#place = { ...this.#place, bookingId: found.bookingId ?? undefined };
    this.#keeping.keptAt = found.keptAt;
    this.#left = leftBefore(found);
    return found;
  }
  /** Something was typed: it is kept when its typist pauses. */
  touch(read: ReadTyped): void {
    this.#read = read;
    if (this.#over) return;
    this.#rest.touch();
  }
  /** The form is about another booking now, or none: it is kept there and no longer here. */
  async moveTo(bookingId: string | undefined): Promise<void> {
    if (this.#place.bookingId === bookingId) return;
    if (this.keeps) await this.drop();
    this.#place = { ...this.#place, bookingId };
    this.touch(this.#read);
  }
  async #keep(): Promise<void> {
    this.#rest.clear();
    const typed = this.#read();
    if (typed === null) {
      if (this.keeps) await this.drop();
      return;
    }
    const { at, detail, left, subject = {} } = typed;
    const held = {
      ...placeOf(this.#place),
      ...(at === undefined ? {} : { at }),
      detail: { ...detail },
      left: [...left],
      subject,
    };
    await this.#keeping.keep(async () => {
      const reply = await call('matter.keepForm', held);
      if (reply.ok) this.#left = leftIn(typed, reply.value.notKept.map(nameOf));
      return reply;
    });
  }
  /** It is to be recorded: nothing is kept from now on, so that nothing comes behind the record. */
  async hold(): Promise<void> {
    this.#rest.clear();
    this.#over = true;
    await this.#keeping.quiet();
  }
  /** It was not recorded. */
  resume(): void {
    this.#over = false;
    this.touch(this.#read);
  }
  /** Forgets what was kept; what cannot be forgotten stays, and is said to. */
  async drop(): Promise<void> {
    this.#rest.clear();
    this.#left = NOTHING_LEFT;
    const place = placeOf(this.#place);
    await this.#keeping.drop(async () => (await call('matter.dropForm', place)).ok);
  }
  /** What was typed last is kept at once, behind what is under way. */
  async flush(): Promise<void> {
    if (this.#rest.waits && !this.#over) await this.#keep();
    else await this.#keeping.settled();
  }
  /** The form is gone from the page. */
  leave(): void {
    void this.flush();
    this.#keeping.stop();
  }
}
