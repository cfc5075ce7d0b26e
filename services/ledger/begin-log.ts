import type { WriteTx } from '../../db/database.ts';
import { growTreeAnew, insertLogOrigin } from '../../db/ledger/origin-writer.ts';
import { lastSeq } from '../../db/ledger/reader.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { Checkpoint } from '../../proof/checkpoint.ts';
import { coverBy, type Scribe } from '../record.ts';
import type { Disclosures } from './append.ts';

export interface Beginning {
  /** The newest head that is known of the log before. */
  readonly known: Checkpoint;
  readonly reason: Cleared<string>;
  /** Who decided: the id of a person of these records. */
  readonly by: string;
  /** What else the first entry tells. */
  readonly more?: Disclosures;
  /** The stored tree counts entries that are not there any more. */
  readonly treeAnew: boolean;
}

/**
 * The first entry of a new log names the head of the old one, of which entries are lost. The old name is never used
 * again: signing a second history under it would look like forgery. @param scribe writes into the new log
 */
export async function writeBeginning(tx: WriteTx, scribe: Scribe, beginning: Beginning): Promise<void> {
  const { known, reason, by, more = {}, treeAnew } = beginning;
  const { origin: log, size, root } = known;
  const entrySeq = (await lastSeq(tx)) + 1;
  const at = scribe.sources.clock.now().toISOString();
  await insertLogOrigin(tx, { entrySeq, origin: scribe.log, old: known, at, by });
  if (treeAnew) await growTreeAnew(tx, entrySeq);
  const old = { log, size, root: Buffer.from(root).toString('hex') };
  await coverBy(tx, scribe, { type: 'log.begun', disclosures: { old, reason, ...more } });
}
