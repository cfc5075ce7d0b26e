import type { z } from 'zod';
import type { beginLogInput, LogState } from '../contract/log.ts';
import type { Reply } from '../contract/reply.ts';
import { countEntries, lastSeq } from '../db/ledger/reader.ts';
import { findTree, listCheckpoints } from '../db/ledger/tree-reader.ts';
import { getStation } from '../db/station/reader.ts';
import { clearText } from '../policy/gate.ts';
import { tellKeptRules } from './account/window-rules.ts';
import { writeBeginning } from './ledger/begin-log.ts';
import { newLogOrigin } from './ledger/log-name.ts';
import { rootAt } from './ledger/tree.ts';
import { signLogHead } from './log-head.ts';
import { openStation } from './open-station.ts';
import { scribeOf } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import type { OpenStation } from './state.ts';

/** Heads that are shown. */
const SHOWN = 12;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The root over the entries that are there; '' where a part of the stored tree is missing. */
async function rootNow({ store }: OpenStation, size: number): Promise<string> {
  return rootAt(store.read, size).then(base64, () => '');
}

/** Where the log stands, and its newest signed heads. */
export async function getLog({ open }: Member): Promise<Reply<LogState>> {
  const { read } = open.store;
  const heads = await listCheckpoints(read, SHOWN);
  const size = (await findTree(read))?.size ?? 0;
  const { logTrouble: trouble } = open;
  return done({
    origin: open.station.logOrigin,
    size,
    root: await rootNow(open, size),
    heads: heads.map((head) => ({ size: head.size, root: base64(head.root), at: head.at, cause: head.cause })),
    refused: trouble && { why: trouble.why, missing: trouble.missing, known: trouble.known.size },
  });
}

/** Decides that what is missing is lost: a new log goes on from what is left, under a name of its own. */
export async function beginLog(member: Member, input: z.output<typeof beginLogInput>): Promise<Reply<LogState>> {
  const { open, state } = member;
  const { logTrouble: trouble, store } = open;
  if (trouble === null) return refuse('changed-meanwhile');
  const reason = clearText(input.reason, 'reason');
  if (!reason.ok) return refused(...reason.refusals.map((refusal) => ({ ...refusal, field: 'reason' })));
  // Only an end can be lost. Where one is missing in the middle, a backup must be brought back.
  if ((await countEntries(store.read)) !== (await lastSeq(store.read)) + 1) return refuse('damaged-database');
  const origin = newLogOrigin(open.station.ori, state.options.random);
  const scribe = { ...scribeOf(member), log: origin };
  const beginning = { known: trouble.known, reason: reason.value, by: member.person.id, treeAnew: true };
  await store.transaction((tx) => writeBeginning(tx, scribe, beginning));
  const station = await getStation(store.read);
  const renewed = await openStation({ store, key: open.key, station, logTrouble: null }, state.options.clock);
  state.open = renewed;
  const signed = await signLogHead(state, renewed, 'new-log');
  await tellKeptRules(state);
  return signed.ok ? getLog({ ...member, open: renewed }) : refused(signed.refusal);
}
