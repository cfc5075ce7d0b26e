import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import type { LeakedText, LeakReport, leaksInput, LetThroughText } from '../contract/system.ts';
import { findStoredLeaks, type StoredLeak } from '../db/integrity/leaks.ts';
import { stamp } from './clock.ts';
import { findFileLeaks, type LookedAt } from './leaks/files.ts';
import { firstMissing, leftovers } from './leaks/places.ts';
import { signStatement } from './export/signed-statement.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { loadSigner } from './signer.ts';

interface Stored {
  readonly leaks: readonly LeakedText[];
  readonly letThrough: readonly LetThroughText[];
}

/** What was let through then is told apart: saved texts stay as they are when a phrase is taken back (ADR 12). */
function ofStore(found: readonly StoredLeak[]): Stored {
  const texts = found.map(({ table, column, row, ...told }) => ({
    place: `records, ${table} ${row}`,
    part: column,
    ...told,
  }));
  return {
    leaks: texts.flatMap(({ takenBack, ...leak }) => (takenBack === null ? [leak] : [])),
    letThrough: texts.flatMap(({ takenBack, ...leak }) => (takenBack === null ? [] : [{ ...leak, takenBack }])),
  };
}

interface Looked {
  readonly rows: number;
  readonly stored: Stored;
  readonly own: LookedAt;
  readonly copies: LookedAt;
}

function sayFound(count: number, looked: string): string {
  return count === 0 ? `${looked}, nothing found` : `${looked}, ${String(count)} places tell status`;
}

function sayStored(rows: number, { leaks, letThrough }: Stored): string {
  const found = sayFound(leaks.length, `${String(rows)} rows`);
  if (letThrough.length === 0) return found;
  const days = letThrough.map(({ takenBack }) => takenBack).toSorted();
  return `${found}; ${String(letThrough.length)} let through then, taken back ${sayTimes(days[0], days.at(-1))}: to review`;
}

function sayTimes(first = '', last = ''): string {
  return first === last ? `on ${first}` : `between ${first} and ${last}`;
}

function checksOf({ rows, stored, own, copies }: Looked): LeakReport['checks'] {
  const unread = [...own.unread, ...copies.unread];
  return [
    { name: 'stored', ok: stored.leaks.length === 0, detail: sayStored(rows, stored) },
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
    stored: ofStore(leaks),
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
  const leaks = [...looked.stored.leaks, ...looked.own.leaks, ...looked.copies.leaks];
  const { letThrough } = looked.stored;
  const bad = checks.find(({ ok }) => !ok);
  const report = {
    ok: bad === undefined,
    checks,
    ...(bad === undefined ? {} : { firstBad: bad.name }),
    leaks,
    letThrough,
  };
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
