import type { Checkpoint } from '../../proof/checkpoint.ts';
import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { CheckpointCause } from '../schema/checkpoint.ts';

export interface NewCheckpoint extends Checkpoint {
  readonly note: string;
  readonly cause: CheckpointCause;
  readonly at: string;
}

/** Keeps a signed head; the database itself compares it with the tree. */
export async function insertCheckpoint(tx: WriteTx, checkpoint: NewCheckpoint): Promise<void> {
  const { origin, size, root, note, cause, at } = checkpoint;
  const last = await tx.selectFrom('checkpoint').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  const id = (last?.id ?? 0) + 1;
  await insertRow(tx, 'checkpoint', { id, origin, size, root: Buffer.from(root), note, cause, at });
}
