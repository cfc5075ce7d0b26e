import { isRecord } from '../../policy/gate/shapes.ts';
import { SET_BACK_CAUSES, type SetBackCause } from '../../policy/set-back.ts';

/** An entry tells its time to the minute, and a clock may be put right by a little. */
const SET_BACK_MS = 5 * 60_000;

/** The log steps back in time at this entry. */
export interface SetBack {
  readonly at: number;
  readonly seconds: number;
}

/** What a supervisor said of one, under an entry of its own. */
export interface Accounted extends SetBack {
  readonly cause: SetBackCause;
}

/** Every step back in time, held against the latest moment since the step before: small ones that add up count too. */
export class SetBacks {
  readonly #steps: SetBack[] = [];
  readonly #accounts = new Map<number, Accounted>();
  #latest = -Infinity;

  /** @param moment in milliseconds */
  look(seq: number, moment: number): void {
    if (Number.isNaN(moment)) return;
    const back = this.#latest - moment;
    if (back > SET_BACK_MS) this.#steps.push({ at: seq, seconds: Math.round(back / 1000) });
    this.#latest = back > SET_BACK_MS ? moment : Math.max(this.#latest, moment);
  }

  /** Hears what an entry accounts for; it counts for a step before it, told as it was. */
  account(seq: number, disclosed: readonly string[]): void {
    const told = disclosed.map(readAccount).find((one) => one !== null);
    const step = this.#steps.find(({ at }) => at === told?.at && at < seq);
    if (told && step?.seconds === told.seconds) this.#accounts.set(told.at, told);
  }

  get open(): readonly SetBack[] {
    return this.#steps.filter(({ at }) => !this.#accounts.has(at));
  }

  get accounted(): readonly Accounted[] {
    return this.#steps.flatMap(({ at }) => this.#accounts.get(at) ?? []);
  }
}

/** A disclosure is `[salt, name, value]` in base64url. */
function readAccount(disclosure: string): Accounted | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  const value: unknown = Array.isArray(parts) && parts[1] === 'clock' ? parts[2] : null;
  if (!isRecord(value)) return null;
  const { entry, seconds, cause } = value;
  const known = SET_BACK_CAUSES.find((one) => one === cause);
  if (typeof entry !== 'number' || typeof seconds !== 'number' || known === undefined) return null;
  return { at: entry, seconds, cause: known };
}
