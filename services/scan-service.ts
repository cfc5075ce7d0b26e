import type { z } from 'zod';
import type { attachScanInput, Scan } from '../contract/matter.ts';
import type { Reply } from '../contract/reply.ts';
import { findMatter, listScans } from '../db/matter/reader.ts';
import { insertScan } from '../db/matter/writer.ts';
import { readScan, sealScan } from './keys/scan-box.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

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
  return kept === undefined ? refuse('not-found', { field: 'path' }) : done(kept);
}
