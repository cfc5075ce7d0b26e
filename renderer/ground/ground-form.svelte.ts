import type { Booking } from '../../contract/booking.ts';
import type { Explained, GroundExplained } from '../../contract/matter.ts';
import type { Determination } from '../../contract/notification.ts';
import type { Act, Ground } from '../../policy/decision.ts';
import type { MatterSubject } from '../../policy/matters/matter.ts';
import type { GroundRule, Pack } from '../../policy/packs/pack.ts';
import type { Person } from '../../policy/people.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { call } from '../api.ts';
import type { About } from './about.ts';
import { factLines, type FactLine } from './fact-lines.ts';

export interface Asked {
  readonly ground?: Ground | undefined;
  readonly act?: Act | undefined;
}

type Facts = Readonly<Record<string, unknown>>;

/** What the page "May we …?" knows: the act, the person, every ground explained, and the facts stated so far. */
export function createGroundForm(about: About, start: Asked) {
  let pack = $state.raw<Pack | null>(null);
  let booking = $state.raw<Booking | null>(null);
  let explained = $state.raw<Explained | null>(null);
  let standing = $state.raw<Determination | null>(null);
  let refusals = $state.raw<readonly Refusal[]>([]);
  let act = $state<Act>(start.act ?? 'notify-ice');
  let picked = $state<Ground | null>(start.ground ?? null);
  let subject = $state.raw<MatterSubject>(about.subject);
  let facts = $state.raw<Facts>({});
  let cosign = $state.raw<{ readonly id: string; readonly person: Person } | null>(null);
  /** Answers may overtake each other; only the newest question counts. */
  let asked = 0;

  const openers = $derived((explained?.grounds ?? []).filter((one) => one.opensAct));
  const own = $derived(openers.find((one) => one.ground === picked) ?? openers[0] ?? null);
  const rule = $derived(pack?.grounds.find((one) => one.ground === own?.ground) ?? null);
  const lines = $derived<readonly FactLine[]>(
    pack === null || rule === null || explained === null
      ? []
      : factLines(rule, pack, { explained, stated: facts, cosigner: cosign?.person.displayName ?? null }),
  );

  const whom = (): { readonly bookingId?: string; readonly subject: MatterSubject } =>
    about.bookingId === undefined ? { subject } : { bookingId: about.bookingId, subject };
  const signature = (): { readonly cosignId?: string } => (cosign === null ? {} : { cosignId: cosign.id });

  async function findStanding(ground: Ground): Promise<Determination | null> {
    if (about.bookingId === undefined) return null;
    const given = { bookingId: about.bookingId, ground, facts, ...signature() };
    const reply = await call('ground.evaluate', { ...given, act });
    return reply.ok ? reply.value.standing : null;
  }
  async function ask(): Promise<void> {
    asked += 1;
    const mine = asked;
    const reply = await call('ground.explain', { act, ...whom(), facts, ...signature() });
    if (mine !== asked) return;
    refusals = reply.ok ? [] : reply.refusals;
    if (!reply.ok) return;
    explained = reply.value;
    if (own !== null) standing = await findStanding(own.ground);
  }
  async function load(): Promise<void> {
    const packReply = await call('policy.get', {});
    if (packReply.ok) pack = packReply.value;
    const bookingReply =
      about.bookingId === undefined ? null : await call('booking.get', { bookingId: about.bookingId });
    if (bookingReply?.ok === true) booking = bookingReply.value;
    refusals = [packReply, bookingReply].flatMap((reply) => (reply === null || reply.ok ? [] : reply.refusals));
    if (refusals.length === 0) await ask();
  }
  return {
    get pack() {
      return pack;
    },
    get booking() {
      return booking;
    },
    get explained() {
      return explained;
    },
    get standing() {
      return standing;
    },
    get refusals() {
      return refusals;
    },
    set refusals(found: readonly Refusal[]) {
      refusals = found;
    },
    get act() {
      return act;
    },
    /** The grounds that may open the act, the nearest to holding first. */
    get openers(): readonly GroundExplained[] {
      return openers;
    },
    get own(): GroundExplained | null {
      return own;
    },
    get rule(): GroundRule | null {
      return rule;
    },
    get lines() {
      return lines;
    },
    get subject() {
      return subject;
    },
    get facts() {
      return facts;
    },
    get given() {
      return { ground: own?.ground ?? '2a', facts, ...signature() };
    },
    whom,
    load,
    ask,
    askFor(next: Act) {
      act = next;
      picked = null;
      return ask();
    },
    lookAt(ground: Ground) {
      picked = ground;
      cosign = null;
      return ask();
    },
    /** Whoever co-signed has not seen what is told now. */
    tell(fact: string, value: unknown) {
      picked = own?.ground ?? picked;
      facts = { ...facts, [fact]: value };
      cosign = null;
      return ask();
    },
    about(next: MatterSubject) {
      subject = next;
      cosign = null;
      return ask();
    },
    signed(id: string, person: Person) {
      cosign = { id, person };
      return ask();
    },
  };
}

export type GroundForm = ReturnType<typeof createGroundForm>;
