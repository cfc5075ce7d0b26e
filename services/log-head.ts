import type { CheckpointCause } from '../db/schema/checkpoint.ts';
import { lastCheckpoint } from '../db/ledger/tree-reader.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stamp, stationDate } from './clock.ts';
import { readHeadFile, writeHeadFile } from './keys/head-file.ts';
import { loadKeyBefore } from './keys/key-before.ts';
import { oneAtATime } from './keys/one-at-a-time.ts';
import { loadSigningKey, type SigningKey } from './keys/signing-key.ts';
import { headPath } from './keys/station-files.ts';
import type { StationKey } from './keys/station-key.ts';
import { thumbprintOfPrivate } from './keys/thumbprint.ts';
import { signHead, type SignedHead } from './ledger/sign-head.ts';
import type { OpenStation, StationState } from './state.ts';

type Kept = { readonly ok: true; readonly head: SignedHead } | { readonly ok: false; readonly refusal: Refusal };

/** The key before, where it is another one: a change that was broken off leaves the same key in both files. */
async function otherKey(
  folder: string,
  { key, now, box }: { readonly key: SigningKey; readonly now: Date; readonly box: StationKey },
): Promise<SigningKey | null> {
  const before = await loadKeyBefore(folder, box, now);
  return before === null || thumbprintOfPrivate(before) === thumbprintOfPrivate(key) ? null : before;
}

/** The head goes into the records first, then into the file beside them: a file that is older is no fork. */
export async function keepHead(
  state: StationState,
  open: OpenStation,
  { key, cause }: { readonly key: SigningKey; readonly cause: CheckpointCause },
): Promise<SignedHead> {
  const { folder, clock } = state.options;
  return oneAtATime(headPath(folder), async () => {
    const now = clock.now();
    const before = await otherKey(folder, { key, now, box: open.key });
    const signing = { origin: open.station.logOrigin, key, before, cause, at: stamp(now) };
    const head = await open.store.transaction((tx) => signHead(tx, signing));
    const file = await readHeadFile(folder);
    if (!file.ok || file.value !== head.note) await writeHeadFile(folder, head.note);
    return head;
  });
}

/** Signs the head of the log with the station's key. */
export async function signLogHead(state: StationState, open: OpenStation, cause: CheckpointCause): Promise<Kept> {
  const key = await loadSigningKey(state.options.folder, open.key);
  if (!key.ok) return { ok: false, refusal: key.refusal };
  return { ok: true, head: await keepHead(state, open, { key: key.value, cause }) };
}

/** A head that could not be signed keeps nobody from their work; that it was not is told. */
export async function tryToSignHead(state: StationState, open: OpenStation, cause: CheckpointCause): Promise<void> {
  if (open.logTrouble !== null) return;
  const { clock, ids, report } = state.options;
  const tell = (kind: string): void => {
    report({ incident: ids.uuid().slice(0, 8), at: stamp(clock.now()), kind, where: ['signLogHead'] });
  };
  try {
    const signed = await signLogHead(state, open, cause);
    if (!signed.ok) tell(signed.refusal.code);
  } catch (fault) {
    tell(fault instanceof Error ? fault.name : typeof fault);
  }
}

/** The month's last head is signed at the first start of the next one: nothing of the new month is in it yet. */
export async function signMonthEnd(state: StationState, open: OpenStation): Promise<void> {
  const last = await lastCheckpoint(open.store.read, open.station.logOrigin);
  const month = stationDate(state.options.clock.now()).slice(0, 7);
  if (last !== undefined && stationDate(new Date(last.at)).slice(0, 7) === month) return;
  await tryToSignHead(state, open, 'month');
}
