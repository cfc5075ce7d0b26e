import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import type { LeakedText, LeakReport, leaksInput } from '../contract/system.ts';
import { findStoredLeaks, type StoredLeak } from '../db/integrity/leaks.ts';
import { stamp } from './clock.ts';
import { findFileLeaks, type LookedAt } from './leaks/files.ts';
import { firstMissing, leftovers } from './leaks/places.ts';
import { signStatement } from './export/signed-statement.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { loadSigner } from './signer.ts';

function ofStore({ table, column, row, ...told }: StoredLeak): LeakedText {
  return { place: `records, ${table} ${row}`, part: column, ...told };
}

interface Looked {
  readonly rows: number;
  readonly stored: readonly LeakedText[];
  readonly own: LookedAt;
  readonly copies: LookedAt;
}

function sayFound(count: number, looked: string): string {
  return count === 0 ? `${looked}, nothing found` : `${looked}, ${String(count)} places tell status`;
}

function checksOf({ rows, stored, own, copies }: Looked): LeakReport['checks'] {
  const unread = [...own.unread, ...copies.unread];
  return [
    { name: 'stored', ok: stored.length === 0, detail: sayFound(stored.length, `${String(rows)} rows`) },
    { name: 'own files', ok: own.leaks.length === 0, detail: sayFound(own.leaks.length, `${String(own.files)} files`) },
    {
      name: 'copies',
      ok: copies.leaks.length === 0,
      detail: sayFound(copies.leaks.length, `${String(copies.files)} files`),
    },
    {
      name: 'read',
      ok: unread.length === 0,
      detail: unread.length === 0 ? 'every file was read' : `too large to be read: ${unread.join(', ')}`,
    },
  ];
}

async function look(member: Member, paths: readonly string[]): Promise<Looked> {
  const { rows, leaks } = await findStoredLeaks(member.open.store.read, member.open.store.taught());
  const { folder, temporary } = member.state.options;
  const own = [folder, ...(await leftovers(temporary))];
  return {
    rows,
    stored: leaks.map(ofStore),
    own: await findFileLeaks(own.map((folder) => ({ folder, copies: false }))),
    copies: await findFileLeaks(paths.map((folder) => ({ folder, copies: true }))),
  };
}

/**
 * Looks for status in all that this program keeps and leaves behind (B12): the rows as they are stored, the station
 * folder, temporary files, and the folders that are named, into which records were exported. The answer is signed and
 * stands on the ledger by its counts.
 */
export async function findLeaks(member: Member, { paths }: z.output<typeof leaksInput>): Promise<Reply<LeakReport>> {
  const absent = await firstMissing(paths);
  if (absent >= 0) return refuse('not-found', { field: `paths.${String(absent)}` });
  const { open, state } = member;
  const signer = await loadSigner(member);
  if (!signer.ok) return refused(signer.refusal);
  const looked = await look(member, paths);
  const checks = checksOf(looked);
  const leaks = [...looked.stored, ...looked.own.leaks, ...looked.copies.leaks];
  const bad = checks.find(({ ok }) => !ok);
  const report = { ok: bad === undefined, checks, ...(bad === undefined ? {} : { firstBad: bad.name }), leaks };
  const at = stamp(state.options.clock.now());
  const entry = await open.store.transaction((tx) =>
    cover(tx, member, {
      type: 'leaks.looked-for',
      disclosures: {
        looked: { rows: looked.rows, files: looked.own.files + looked.copies.files, found: leaks.length },
      },
    }),
  );
  const statement = { log: open.station.logOrigin, at, by: member.person.id, entry: entry.entrySeq, ...report };
  return done({ ...report, signed: signStatement(statement, 'leak-report+jws', signer.value) });
}
