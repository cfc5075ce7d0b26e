import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHashes } from '../../../db/ledger/tree-reader.ts';
import { checkpointText } from '../../../proof/checkpoint.ts';
import { verifyConsistency } from '../../../proof/verify/consistency.ts';
import { verifyInclusion } from '../../../proof/verify/inclusion.ts';
import { readNote } from '../../../proof/note-text.ts';
import { isSignedBy } from '../../../proof/note.ts';
import { signHead } from '../../../services/ledger/sign-head.ts';
import { consistencyPath, inclusionPath, rootAt, TreeIncomplete } from '../../../services/ledger/tree.ts';
import { treeHash } from '../../proof/whole-tree.ts';
import { connectTo } from '../../support/store-place.ts';
import { meddleWith } from '../../support/store-meddle.ts';
import { cover, LOG, newStation, now, type TestStation } from '../../support/store-station.ts';

const SHARED = resolve(import.meta.dirname, '../../../../shared/tools/verify/verify-consistency.sh');
const SIZES = [1, 2, 3, 7, 8, 255, 256, 257, 500, 512, 600];

let station: TestStation;
let hashes: readonly Buffer[] = [];
beforeAll(async () => {
  station = await newStation();
  await station.store.transaction(async (tx) => {
    while ((await cover(tx)).entrySeq < 599);
  });
  hashes = await listHashes(station.store.read, 0, { from: 0, to: 600 });
});
afterAll(() => station.end());

describe('the log', () => {
  it('tells its root at every size, from few stored hashes', async () => {
    for (const size of SIZES) {
      expect(await rootAt(station.store.read, size)).toEqual(treeHash(hashes.slice(0, size)));
    }
  });

  it('proves each entry against each later size', async () => {
    const { read } = station.store;
    for (const size of SIZES) {
      const root = treeHash(hashes.slice(0, size));
      for (const index of [0, Math.floor(size / 2), size - 1]) {
        const path = await inclusionPath(read, index, size);
        const leaf = hashes[index] ?? Buffer.of();
        expect([size, index, await verifyInclusion({ index, size, leaf, root, path })]).toEqual([size, index, true]);
      }
    }
  });

  it('proves between any two sizes that it only grew, to us and to openssl', async () => {
    const { folder } = station.place;
    const file = (name: string): string => join(folder, name);
    for (const size of SIZES) {
      const root = await rootAt(station.store.read, size);
      for (const older of SIZES.filter((one) => one < size)) {
        const olderRoot = await rootAt(station.store.read, older);
        const path = await consistencyPath(station.store.read, older, size);
        expect([older, size, await verifyConsistency({ older, size, olderRoot, root, path })]).toEqual([
          older,
          size,
          true,
        ]);
        if (size !== 600 || !existsSync(SHARED)) continue;
        writeFileSync(file('old'), checkpointText({ origin: LOG, size: older, root: olderRoot }));
        writeFileSync(file('new'), checkpointText({ origin: LOG, size, root }));
        writeFileSync(file('proof'), path.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join(''));
        const ran = spawnSync('sh', [SHARED, file('old'), file('new'), file('proof')], { encoding: 'utf8' });
        expect(ran.stdout).toBe(`ok: 600 entries begin with the same ${String(older)}\n`);
      }
    }
  }, 60_000);

  it('signs a head once, however often it is asked', async () => {
    const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const asked = { origin: LOG, key, cause: 'export', at: now() } as const;
    const [one, two] = [
      await station.store.transaction((tx) => signHead(tx, asked)),
      await station.store.transaction((tx) => signHead(tx, asked)),
    ];
    expect(two).toEqual(one);
    expect(one.size).toBe(600);
    const note = readNote(one.note);
    expect(note !== undefined && isSignedBy(note, LOG, createPublicKey(key))).toBe(true);
    expect(note?.text).toBe(checkpointText({ origin: LOG, size: 600, root: treeHash(hashes) }));
  });

  it('says so where a part that a proof needs is gone', async () => {
    const connection = connectTo(station.place);
    meddleWith(connection, 'delete from ledger_node where idx = 1', ['ledger_node']);
    connection.close();
    await expect(inclusionPath(station.store.read, 0, 600)).rejects.toThrow(TreeIncomplete);
  });
});
