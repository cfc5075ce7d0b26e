import type { Booking } from '../../contract/booking.ts';
import type { Explained, GroundExplained } from '../../contract/explained.ts';
import type { Determination } from '../../contract/notification.ts';
import type { Act, Ground } from '../../policy/decision.ts';
import { factsOfArrest, restsOnBooking, unbookedPack } from '../../policy/decide/unbooked.ts';
import type { MatterSubject } from '../../policy/matters/matter.ts';
import type { GroundRule, Pack } from '../../policy/packs/pack.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { call } from '../api.ts';
import type { About, Facts, Given, Signature, ToldFacts, Whom } from './about.ts';
import { factLines, type FactLine } from './fact-lines.ts';
import { subjectBack, ToldKeeper } from './told-keeper.svelte.ts';

interface Start {
  readonly ground?: Ground | undefined;
  readonly act?: Act | undefined;
  readonly told?: ToldFacts | undefined;
}

/** What the page "May we …?" knows: the act, the person, every ground explained, and the facts stated so far. */
export class GroundForm {
  readonly #bookingId: string | undefined;
  /** The route brought what was told: that is newer than anything kept. */
  readonly #brought: boolean;
  readonly keeper: ToldKeeper;
  #picked = $state.raw<Ground | null>(null);
  #cosign = $state.raw<Signature | null>(null);
  /** Answers may overtake each other; only the newest question counts. */
  #asked = 0;
  /** Counts beginnings: what was told before the last one is kept no more. */
  #begun = 0;
  pack = $state.raw<Pack | null>(null);
  booking = $state.raw<Booking | null>(null);
  standing = $state.raw<Determination | null>(null);
  refusals = $state.raw<readonly Refusal[]>([]);
  act = $state.raw<Act>('notify-ice');
  subject = $state.raw<MatterSubject>({});
  #stated = $state.raw<Facts>({});
  /** What stands in an open box, not told yet: kept in case the window is lost, and weighed by nobody. */
  #typed: Facts = {};
  /** Names of facts that the booking tells otherwise since its ground was found. */
  changed = $state.raw<readonly string[]>([]);
  #explained = $state.raw<Explained | null>(null);

  /** Whether an arrest may be told: of somebody who is not booked a notice rests on none. */
  readonly arrestCounts: boolean = $derived(restsOnBooking({ act: this.act, booked: this.#isBooked() }));
  /** The pack as it is put to this person for this act. */
  readonly asked: Pack | null = $derived(this.pack === null || this.arrestCounts ? this.pack : unbookedPack(this.pack));
  readonly facts: Facts = $derived(this.#tellable());

  /** The grounds that may open the act, the nearest to holding first. */
  readonly openers: readonly GroundExplained[] = $derived(
    (this.#explained?.grounds ?? []).filter((one) => one.opensAct),
  );
  readonly own: GroundExplained | null = $derived(
    this.openers.find((one) => one.ground === (this.#picked ?? this.#explained?.standing)) ??
      this.#nearest() ??
      this.openers[0] ??
      null,
  );
  readonly rule: GroundRule | null = $derived(
    this.asked?.grounds.find((one) => one.ground === this.own?.ground) ?? null,
  );
  readonly lines: readonly FactLine[] = $derived(this.#lines());

  constructor(about: About, start: Start, now: () => Date) {
    this.#bookingId = about.bookingId;
    this.#brought = start.told !== undefined;
    this.keeper = new ToldKeeper(about, now);
    this.subject = about.subject;
    this.act = start.act ?? 'notify-ice';
    this.#picked = start.ground ?? null;
    this.#stated = start.told?.facts ?? {};
    this.#cosign = start.told?.signature ?? null;
  }

  #isBooked(): boolean {
    return this.#bookingId !== undefined;
  }
  #tellable(): Facts {
    if (this.arrestCounts) return this.#stated;
    const names = factsOfArrest(Object.keys(this.#stated));
    return Object.fromEntries(Object.entries(this.#stated).filter(([name]) => !names.includes(name)));
  }

  /** A ground that is taken by name alone is never slid into. */
  #nearest(): GroundExplained | undefined {
    const byName = this.pack?.matrix.filter((row) => row.onlyByName).map((row) => row.ground) ?? [];
    return this.openers.find((one) => !byName.includes(one.ground));
  }
  #lines(): readonly FactLine[] {
    if (this.asked === null || this.rule === null || this.#explained === null) return [];
    const cosigner = this.#cosign?.person.displayName ?? null;
    const { arrestCounts, facts: stated } = this;
    return factLines(this.rule, this.asked, { explained: this.#explained, stated, cosigner, arrestCounts });
  }
  get whom(): Whom {
    return { ...(this.#bookingId === undefined ? {} : { bookingId: this.#bookingId }), subject: this.subject };
  }
  /** What was told so far, for whoever leaves and comes back; read anew: a page that is gone derives nothing. */
  get told(): ToldFacts {
    return { facts: this.#tellable(), signature: this.#cosign };
  }
  get given(): Given {
    const signature = this.#cosign === null ? {} : { cosignId: this.#cosign.id };
    return { ground: this.own?.ground ?? this.#picked ?? '2a', facts: this.facts, ...signature };
  }

  async #findStanding(): Promise<void> {
    if (this.#bookingId === undefined || this.own === null) return;
    const reply = await call('ground.evaluate', { bookingId: this.#bookingId, ...this.given, act: this.act });
    this.standing = reply.ok ? reply.value.standing : null;
    this.changed = reply.ok ? reply.value.changed : [];
  }
  async ask(): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const signed = this.#cosign === null ? {} : this.given;
    const reply = await call('ground.explain', { act: this.act, ...this.whom, facts: this.facts, ...signed });
    if (mine !== this.#asked) return;
    this.refusals = reply.ok ? [reply.value.clock ?? []].flat() : reply.refusals;
    if (!reply.ok) return;
    this.#explained = reply.value;
    await this.#findStanding();
  }
  async load(): Promise<void> {
    const packReply = await call('policy.get', {});
    if (packReply.ok) this.pack = packReply.value;
    const id = this.#bookingId;
    const bookingReply = id === undefined ? null : await call('booking.get', { bookingId: id });
    if (bookingReply?.ok === true) this.booking = bookingReply.value;
    this.refusals = [packReply, bookingReply].flatMap((reply) => (reply === null || reply.ok ? [] : reply.refusals));
    await this.#findKept();
    if (this.refusals.length === 0) await this.ask();
  }
  /** What was told here before, below what was told since; of somebody else nothing. */
  async #findKept(): Promise<void> {
    const kept = await this.keeper.find(this.act);
    const subject = kept === null || this.#brought ? null : subjectBack(this.subject, kept.subject);
    if (kept === null || subject === null) return;
    this.subject = subject;
    this.#stated = { ...kept.facts, ...this.#stated };
    this.#picked ??= kept.ground;
  }
  async askFor(act: Act): Promise<void> {
    this.act = act;
    this.#picked = null;
    const told = Object.keys(this.#stated).length > 0;
    await this.#findKept();
    await (told ? this.#askAndKeep() : this.ask());
  }
  #keep(): Promise<void> {
    const { act, subject, own, told } = this;
    return this.keeper.keep({ act, subject, ground: own?.ground ?? null, facts: { ...told.facts, ...this.#typed } });
  }
  /** Somebody types: the value of the box as far as it can be read, undefined where there is none. */
  typing(fact: string, value: unknown): Promise<void> {
    this.#typed = value === undefined ? {} : { [fact]: value };
    return this.#keep();
  }
  async #askAndKeep(): Promise<void> {
    const mine = this.#begun;
    await this.ask();
    if (mine === this.#begun) await this.#keep();
  }
  /** Forgets what was told here, on the page and where it was kept. */
  async startAfresh(): Promise<void> {
    this.#begun += 1;
    this.#stated = {};
    this.#typed = {};
    this.#cosign = null;
    this.#picked = null;
    if (this.keeper.names) this.subject = {};
    await this.keeper.drop(this.act);
    await this.ask();
  }
  lookAt(ground: Ground): Promise<void> {
    this.#picked = ground;
    this.#cosign = null;
    return this.ask();
  }
  /** Whoever co-signed has not seen what is told now. */
  tell(fact: string, value: unknown): Promise<void> {
    this.#picked = this.own?.ground ?? this.#picked;
    this.#stated = { ...this.#stated, [fact]: value };
    this.#typed = {};
    this.#cosign = null;
    return this.#askAndKeep();
  }
  isAbout(subject: MatterSubject): Promise<void> {
    this.subject = subject;
    this.#cosign = null;
    return this.#askAndKeep();
  }
  signed(signature: Signature): Promise<void> {
    this.#picked = this.own?.ground ?? this.#picked;
    this.#cosign = signature;
    return this.ask();
  }
}
