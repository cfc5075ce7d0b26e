import { findLastAt } from '../../db/ledger/reader.ts';
import type { OpenStation, StationState } from '../state.ts';

/** When the log tells of the last backup: the stick may be away. Looked up once; the log is long. */
export async function lastNoted({ backup }: StationState, open: OpenStation): Promise<string | null> {
  if (backup.madeAt === undefined) backup.madeAt = await findLastAt(open.store.read, 'backup.made');
  return backup.madeAt;
}
