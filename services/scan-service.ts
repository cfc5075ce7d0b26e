import type { z } from 'zod';
import type { attachScanInput, OpenedScan, readScanInput, Scan } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import type { ReadDb } from '../db/database.ts';
import { findMatter, listScans } from '../db/matter/reader.ts';
import { insertScan } from '../db/matter/writer.ts';
import { findSealed } from '../db/scan/reader.ts';
import { readScan, sealScan, unsealScan } from './keys/scan-box.ts';
import { placeForCopy, writeCopy } from './keys/scan-copy.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { opensTo, showScan } from './scan-access.ts';
import { textRefusals } from './text-refusals.ts';

/** Seals a scanned paper of a matter; a paper that is there already is answered as it is. */
export async function attachScan(member: Member, input: z.output<typeof attachScanInput>): Promise<Reply<Scan>> {
  const { matterId, path } = input;
  const { store, key } = member.open;
  const matter = await findMatter(store.read, matterId);
  if (matter === undefined) return refuse('not-found', { field: 'matterId' });
  if (member.person.role === 'records-clerk' && matter.kind !== 'request') {
    return refuse('role-not-allowed', { params: { role: member.person.role } });
  }
  const file = await readScan(path);
  if (!file.ok) return refused(file.refusal);
  const scan = sealScan(file.value, key.box, { matterId, random: member.state.options.random });
  const { sha256, size, mediaType } = scan;
  await store.transaction(async (tx) => {
    const there = (await listScans(tx, matterId)).some((one) => one.sha256 === sha256);
    if (there) return;
    const told = { matter: { number: matter.number }, scan: { sha256, size, mediaType } };
    const meta = await cover(tx, member, { type: 'matter.scanned', disclosures: told });
    await insertScan(tx, { matterId, ...scan }, meta);
  });
  const kept = (await listScans(store.read, matterId)).find((one) => one.sha256 === sha256);
  return kept === undefined ? refuse('not-found', { field: 'path' }) : done(showScan(member, kept, matter.openerId));
}

async function findPaper(db: ReadDb, matterId: string, sha256: string) {
  const matter = await findMatter(db, matterId);
  const scan = (await listScans(db, matterId)).find((one) => one.sha256 === sha256);
  const stored = await findSealed(db, matterId, sha256);
  return matter === undefined || scan === undefined || stored === undefined ? undefined : { matter, scan, stored };
}

/**
 * Unseals a paper for whom it opens to and puts a copy where they want it. The reading is on the ledger with its
 * reason before a byte of it leaves (U15).
 */
export async function openScan(member: Member, input: z.output<typeof readScanInput>): Promise<Reply<OpenedScan>> {
  const { matterId, sha256, folder, why } = input;
  const told = textRefusals(why, 'why', 'reason');
  if (told.length > 0) return refused(...told);
  const { store, key } = member.open;
  const paper = await findPaper(store.read, matterId, sha256);
  if (paper === undefined) return refuse('not-found', { field: 'sha256' });
  const { matter, scan, stored } = paper;
  if (!opensTo(member, scan, matter.openerId)) {
    return refuse('role-not-allowed', { field: 'sha256', params: { role: member.person.role, why: 'own-papers' } });
  }
  const opened = unsealScan(stored, key.box, { matterId, sha256 });
  if (!opened.ok) return refused(opened.refusal);
  const { number } = matter;
  const { mediaType } = opened.value;
  const place = await placeForCopy(folder, { stationFolder: member.state.options.folder, number, sha256, mediaType });
  if (!place.ok) return refused(place.refusal);
  await store.transaction((tx) =>
    cover(tx, member, {
      type: 'matter.scan-read',
      disclosures: { matter: { number }, scan: { sha256, size: scan.size, mediaType }, opening: { why } },
    }),
  );
  const copy = await writeCopy(folder, place.value, opened.value);
  return copy.ok ? done({ path: copy.value }) : refused(copy.refusal);
}
