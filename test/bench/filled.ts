import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { keyOf } from '../support/look-inside.ts';

type Connection = ReturnType<typeof connect>;

/** Fills the store of a station that nobody has open. */
export async function fillFolder(folder: string, fill: (connection: Connection) => void): Promise<void> {
  const { database, mark } = await keyOf(folder);
  const connection = connect({ file: recordsPath(folder), keys: { database, mark } }, 'write');
  fill(connection);
  connection.close();
}
