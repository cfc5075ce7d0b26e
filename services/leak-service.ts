import type { z } from 'zod';
import type { Reply } from '../contract/reply.ts';
import type { LeakReport, leaksInput } from '../contract/system.ts';
import { findStoredLeaks, type StoredLeak } from '../db/integrity/leaks.ts';
import { stamp } from './clock.ts';
import { findFileLeaks, type Covered } from './leaks/files.ts';
import { firstMissing, ownPlaces } from './leaks/places.ts';
import { checksOf, filesOf, type Looked, type Stored } from './leaks/told.ts';
import { signStatement } from './export/signed-statement.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { loadSigner } from './signer.ts';

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

async function look(member: Member, paths: readonly string[]): Promise<Looked> {
  const { rows, leaks } = await findStoredLeaks(member.open.store.read, member.open.store.taught());
  const places = await ownPlaces(member.state.options);
  const covered: Covered = new Set();
  // Where Chromium's own folder is the station's as well, what lies deeper is looked at first, as what it is.
  const dumps = await findFileLeaks(places.dumps, covered);
  const program = await findFileLeaks(places.program, covered);
  const own = await findFileLeaks(places.own, covered);
  const prints = await findFileLeaks(places.prints, covered);
  const copies = await findFileLeaks(paths.map((folder) => ({ folder, copies: true })));
  return { rows, stored: ofStore(leaks), own, copies, dumps, program, prints };
}

/** Null where the records were closed meanwhile, such as by a sign-out. */
async function lookWhileOpen(member: Member, paths: readonly string[]): Promise<Looked | null> {
  const isOpen = (): boolean => member.state.open === member.open;
  try {
    const looked = await look(member, paths);
    return isOpen() ? looked : null;
  } catch (thrown) {
    if (isOpen()) throw thrown;
    return null;
  }
}

/**
 * Looks for status in all that this program keeps and leaves behind (B12): the rows as they are stored, the station
 * folder, temporary files, Chromium's own folder, dumps of crashes, printed sheets, and the folders that are named, into
 * which records were exported. The answer is signed and stands on the ledger by its counts.
 */
export async function findLeaks(member: Member, { paths }: z.output<typeof leaksInput>): Promise<Reply<LeakReport>> {
  const absent = await firstMissing(paths);
  if (absent >= 0) return refuse('not-found', { field: `paths.${String(absent)}` });
  const { open, state } = member;
  // A look may take an hour: that there is a key is known before, and it is held for the signature alone.
  const able = await loadSigner(member);
  if (!able.ok) return refused(able.refusal);
  const looked = await lookWhileOpen(member, paths);
  if (looked === null) return refuse('not-signed-in');
  const checks = checksOf(looked);
  const files = filesOf(looked);
  const leaks = [...looked.stored.leaks, ...files.flatMap((one) => one.leaks)];
  const { letThrough } = looked.stored;
  const bad = checks.find(({ ok }) => !ok);
  const report = {
    ok: bad === undefined,
    checks,
    ...(bad === undefined ? {} : { firstBad: bad.name }),
    leaks,
    letThrough,
  };
  const signer = await loadSigner(member);
  if (!signer.ok) return refused(signer.refusal);
  const at = stamp(state.options.clock.now());
  const entry = await open.store.transaction((tx) =>
    cover(tx, member, {
      type: 'leaks.looked-for',
      disclosures: {
        looked: { rows: looked.rows, files: files.reduce((sum, one) => sum + one.files, 0), found: leaks.length },
      },
    }),
  );
  const statement = { log: open.station.logOrigin, at, by: member.person.id, entry: entry.entrySeq, ...report };
  return done({ ...report, signed: signStatement(statement, 'leak-report+jws', signer.value) });
}
