import { statfs } from 'node:fs/promises';

/** File systems of other machines, as Linux numbers them: NFS, SMB 1 to 3, CIFS, AFS, Coda, NCP, 9P, Ceph, GFS2, OCFS2. */
const OF_THE_NETWORK: ReadonlySet<number> = new Set([
  ...[0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x6b414653, 0x73757245, 0x564c],
  ...[0x01021997, 0x00c36400, 0x01161970, 0x7461636f],
]);

/** Whether a path, or the file system that it lies on, is another machine's. @param type as `statfs` tells it */
export function isNetworkPlace(path: string, type: number): boolean {
  return /^(?:\\\\|\/\/)[^\\/?.]/.test(path) || OF_THE_NETWORK.has(type >>> 0);
}

/** How a folder's file system is asked for its type; tests hand in their own. */
export type DiskType = (folder: string) => Promise<number>;

async function typeOf(folder: string): Promise<number> {
  const { type } = await statfs(folder);
  return type;
}

/** SQLite's journal needs memory that all processes share, and a disk that keeps its promises: neither holds there. */
export async function liesOnNetwork(folder: string, diskType: DiskType = typeOf): Promise<boolean> {
  return isNetworkPlace(folder, await diskType(folder));
}
