// Heads of the log that leave on paper (B3), and older ones that come back to be held against the log of today (U13).
import type { z } from 'zod';
import type { compareHeadInput, ContainedHead, SignedLogHead, signHeadInput } from '../contract/log.ts';
import type { Reply } from '../contract/reply.ts';
import { listLogs } from '../db/ledger/origin-reader.ts';
import { lastSeq } from '../db/ledger/reader.ts';
import { lastCheckpoint, type StoredCheckpoint } from '../db/ledger/tree-reader.ts';
import { readCheckpoint, type Checkpoint } from '../proof/checkpoint.ts';
import { isSameHash } from '../proof/bytes.ts';
import { readNote } from '../proof/note-text.ts';
import type { Refusal } from '../policy/refusal.ts';
import { stationKeys } from './ledger/check-heads.ts';
import { signedHead } from './ledger/log-standing.ts';
import { rootAt, TreeIncomplete } from './ledger/tree.ts';
import { signLogHead } from './log-head.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';
import type { OpenStation } from './state.ts';

type Contained = { readonly ok: true; readonly head: Checkpoint } | { readonly ok: false; readonly refusal: Refusal };

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function no(why: string, params: Readonly<Record<string, string | number>> = {}): Contained {
  return { ok: false, refusal: { code: 'head-not-contained', params: { why, ...params } } };
}

/** As a reader of squares, a mail or a file hands it on: other ends of lines, or none at the end. */
function asNote(pasted: string): string {
  return `${pasted.replaceAll('\r\n', '\n').trim()}\n`;
}

async function isRootOf({ store }: OpenStation, { size, root }: Checkpoint): Promise<boolean> {
  try {
    return isSameHash(await rootAt(store.read, size), root);
  } catch (thrown) {
    if (thrown instanceof TreeIncomplete) return false;
    throw thrown;
  }
}

/** Entries of that log that are here: all of the newest one, and of an older one what was left when it ended. */
async function entriesOf({ store }: OpenStation, origin: string): Promise<number | undefined> {
  const log = (await listLogs(store.read)).find((one) => one.origin === origin);
  return log && Math.min(log.left, (await lastSeq(store.read)) + 1);
}

/** A head that this station signed and that the log of today begins with. */
export async function readContainedHead(open: OpenStation, pasted: string): Promise<Contained> {
  const note = asNote(pasted);
  const read = readNote(note);
  if (read === undefined || readCheckpoint(read.text) === undefined) return no('unreadable');
  const head = signedHead(note, await stationKeys(open.store.read));
  if (head === undefined) return no('forged');
  const known = await entriesOf(open, head.origin);
  if (known === undefined) return no('other-log');
  if (head.size > known) return no('longer', { size: head.size, known });
  return (await isRootOf(open, head)) ? { ok: true, head } : no('rewritten', { size: head.size });
}

async function keptHead({ store }: OpenStation, { origin, size }: Checkpoint): Promise<StoredCheckpoint | undefined> {
  const kept = await lastCheckpoint(store.read, origin, size);
  return kept?.size === size ? kept : undefined;
}

/** Signs the head of now, for a page that is about to be printed. */
export async function signPaperHead(
  { state, open }: Member,
  { cause }: z.output<typeof signHeadInput>,
): Promise<Reply<SignedLogHead>> {
  const signed = await signLogHead(state, open, cause);
  if (!signed.ok) return refused(signed.refusal);
  const { size, note } = signed.head;
  const kept = await lastCheckpoint(open.store.read, open.station.logOrigin, size);
  if (kept === undefined) throw new Error('a head that was signed is not kept');
  return done({ size, note, root: base64(kept.root), at: kept.at, cause: kept.cause });
}

/** Holds an older head against the log of today: it must begin with the very entries that were signed then. */
export async function comparePaperHead(
  { open }: Member,
  { note }: z.output<typeof compareHeadInput>,
): Promise<Reply<ContainedHead>> {
  const found = await readContainedHead(open, note);
  if (!found.ok) return refused(found.refusal);
  const { size, root } = found.head;
  const kept = await keptHead(open, found.head);
  const entries = (await lastSeq(open.store.read)) + 1;
  return done({ size, root: base64(root), at: kept?.at ?? null, since: entries - size });
}
