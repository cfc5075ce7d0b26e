import { StoreFault } from '../../db/fault.ts';
import { findFactor, listUsed, type StoredFactor } from '../../db/second-factor/reader.ts';
import { insertFactorEvent } from '../../db/second-factor/writer.ts';
import { hasCode, unsealFactor, type FactorSecret } from '../keys/factor-box.ts';
import { isRecoveryCode, placeOfCode } from '../keys/recovery-codes.ts';
import { stepOfCode } from '../keys/totp.ts';
import { coverBy } from '../record.ts';
import { whenFree } from '../when-free.ts';
import type { Asked, FactorVerdict, GivenFactor } from './factor-verdict.ts';
import { judgeKey } from './key-touch.ts';

interface Use {
  readonly kind: 'code-used' | 'recovery-code-used';
  readonly step: number;
}

function useOf(secret: FactorSecret, typed: string, now: Date): Use | null {
  if (isRecoveryCode(typed)) {
    const place = placeOfCode(typed, secret.codes, secret.salt);
    return place === null ? null : { kind: 'recovery-code-used', step: place };
  }
  // Whoever has security keys alone has no secret, whose codes anybody could reckon.
  const step = hasCode(secret) ? stepOfCode(secret.secret, typed, now) : null;
  return step === null ? null : { kind: 'code-used', step };
}

async function writeUse({ state, open, person }: Asked, factorId: string, use: Use): Promise<void> {
  const scribe = { sources: state.options, log: open.station.logOrigin, actor: person.id };
  await open.store.transaction(async (tx) => {
    const told = {
      type: `second-factor.${use.kind}` as const,
      disclosures: { factor: { id: factorId, step: use.step } },
    };
    const meta = await coverBy(tx, scribe, told);
    await insertFactorEvent(tx, { id: state.options.ids.uuid(), factorId, ...use }, meta);
  });
}

/**
 * A code of the phone is remembered until the program ends too, so an import or a full disk keeps nobody out. A recovery
 * code counts only once its use is on record: otherwise it would serve twice.
 */
async function keepUse(asked: Asked, factorId: string, use: Use): Promise<void> {
  const { state, open } = asked;
  if (use.kind === 'recovery-code-used') return writeUse(asked, factorId, use);
  if (open.logTrouble !== null) return;
  await whenFree(state, () =>
    writeUse(asked, factorId, use).catch((fault: unknown) => {
      if (!(fault instanceof StoreFault)) throw fault;
    }),
  );
}

const nameOf = (factor: StoredFactor, { kind, step }: Use): string => `${factor.id} ${kind} ${String(step)}`;

async function wasUsed({ state, open }: Asked, factor: StoredFactor, use: Use): Promise<boolean> {
  if (state.usedCodes.has(nameOf(factor, use))) return true;
  return (await listUsed(open.store.read, factor.id, use.kind)).includes(use.step);
}

/** Six digits or a recovery code. Some keys type a line of letters when they are touched: that is no try. */
function isCode(typed: string): boolean {
  return /^\d{6}$/.test(typed.replaceAll(/\s/g, '')) || isRecoveryCode(typed);
}

/** Looks at the second factor, where somebody has one: at the touch of a key, or else at a code. */
export async function judgeFactor(asked: Asked, { code = '', touch }: GivenFactor): Promise<FactorVerdict> {
  const factor = await findFactor(asked.open.store.read, asked.person.id);
  if (factor === undefined) return 'none';
  if (touch !== undefined) return judgeKey(asked, touch);
  return isCode(code) ? judgeCode(asked, factor, code) : 'missing';
}

/** A code serves once (RFC 6238, 5.2). */
async function judgeCode(asked: Asked, factor: StoredFactor, typed: string): Promise<FactorVerdict> {
  const { state, open } = asked;
  const secret = unsealFactor(factor, open.key.box, factor.id);
  const use = secret === null ? null : useOf(secret, typed, state.options.clock.now());
  if (use === null) return 'wrong';
  if (await wasUsed(asked, factor, use)) return 'used';
  state.usedCodes.add(nameOf(factor, use));
  try {
    await keepUse(asked, factor.id, use);
  } catch (fault) {
    state.usedCodes.delete(nameOf(factor, use));
    throw fault;
  }
  return 'right';
}
