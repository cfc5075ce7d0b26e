import { X509Certificate, type KeyObject } from 'node:crypto';
import type { Check } from '../../contract/system.ts';
import type { ReadDb } from '../../db/database.ts';
import { listLogs, type LogBeginning } from '../../db/ledger/origin-reader.ts';
import { listCheckpoints, type StoredCheckpoint } from '../../db/ledger/tree-reader.ts';
import { listCertificates } from '../../db/station/reader.ts';
import type { Checkpoint } from '../../proof/checkpoint.ts';
import { isSameHash } from '../../proof/bytes.ts';
import type { Head } from './check-tree.ts';
import { signedHead } from './log-standing.ts';
import { verdict, type Wrong } from './verdict.ts';

/** Many more than a station signs in its time. */
const MOST = 1_000_000;

export interface Heads {
  /** What this station signed, in the records and beside them. */
  readonly good: readonly Head[];
  readonly checks: readonly Check[];
}

/** Public keys of the certificates that this station has; one that cannot be read signs nothing. */
export async function stationKeys(db: ReadDb): Promise<readonly KeyObject[]> {
  const signing = (await listCertificates(db)).filter(({ kind }) => kind === 'signing');
  return signing.flatMap(({ pem }) => {
    try {
      return [new X509Certificate(pem).publicKey];
    } catch {
      return [];
    }
  });
}

function wrongWith({ id, note, origin, size, root }: StoredCheckpoint, keys: readonly KeyObject[]): Wrong | null {
  const head = signedHead(note, keys);
  const name = `signed head ${String(id)}, over ${String(size)} entries,`;
  if (head === undefined)
    return { code: 'checkpoint-forged', at: size, detail: `${name} was not signed by this station` };
  if (head.origin === origin && head.size === size && isSameHash(head.root, root)) return null;
  return { code: 'checkpoint-edited', at: size, detail: `${name} is kept with other words than were signed` };
}

function outside(
  note: string | null,
  heads: { readonly stored: number; readonly head: Head | 'forged' | 'other-log' | null },
): Wrong | null {
  const where = 'the head beside the records';
  if (note === null)
    return heads.stored === 0 ? null : { code: 'head-missing', detail: `${where} (log-head.txt) is missing` };
  if (heads.head === 'forged') return { code: 'head-forged', detail: `${where} was not signed by this station` };
  return heads.head === 'other-log' ? { code: 'other-log', detail: `${where} is of another log` } : null;
}

/** A head over entries that a person has decided are lost says nothing more. */
function isLost(head: Checkpoint, logs: readonly LogBeginning[]): boolean {
  const log = logs.find(({ origin }) => origin === head.origin);
  return log !== undefined && head.size > log.left;
}

/** The head in the file: of one of these logs, or what it is instead. */
function readOutside(
  note: string | null,
  keys: readonly KeyObject[],
  logs: readonly LogBeginning[],
): Head | 'forged' | 'other-log' | null {
  if (note === null) return null;
  const head = signedHead(note, keys);
  if (head === undefined) return 'forged';
  if (!logs.some(({ origin }) => origin === head.origin)) return 'other-log';
  return isLost(head, logs) ? null : { name: 'the head beside the records', size: head.size, root: head.root };
}

/** Every head that was signed, and the one beside the records. @param note text of that file, null where it is missing */
export async function checkHeads(db: ReadDb, note: string | null): Promise<Heads> {
  const keys = await stationKeys(db);
  const stored = (await listCheckpoints(db, MOST)).toReversed();
  const logs = await listLogs(db);
  const wrong = stored.map((one) => wrongWith(one, keys));
  const kept = stored
    .filter((one, at) => wrong[at] === null && !isLost(one, logs))
    .map(({ id, size, root }) => ({ name: `signed head ${String(id)}`, size, root }));
  const head = readOutside(note, keys, logs);
  const beside = head === null || typeof head === 'string' ? [] : [head];
  const first = wrong.find((one) => one !== null) ?? null;
  return {
    good: [...kept, ...beside],
    checks: [
      verdict('signed heads', `${String(stored.length)} signed heads, each by this station`, first),
      verdict(
        'head outside',
        note === null ? 'none was signed yet' : 'it was signed by this station',
        outside(note, { stored: stored.length, head }),
      ),
    ],
  };
}
