import { basename } from 'node:path';
import type { z } from 'zod';
import { CALLS } from '../contract/calls.ts';
import type { FinishedImport, QuarantinedRow, importIdInput, importInput } from '../contract/exchange.ts';
import type { Reply } from '../contract/reply.ts';
import type { WriteTx } from '../db/database.ts';
import { listQuarantine } from '../db/exchange/reader.ts';
import { insertImportRun, insertQuarantine } from '../db/exchange/writer.ts';
import type { ImportReport } from '../policy/import-report.ts';
import type { Refusal } from '../policy/refusal.ts';
import { apartRows, type ApartRows } from './exchange/apart-rows.ts';
import { openFile } from './exchange/open-file.ts';
import { openRowFile, type RowFile } from './exchange/row-file.ts';
import { loadProfile } from './exchange/profile-file.ts';
import { runImport, type ImportDeps } from './exchange/run-import.ts';
import { importSink, knownSources } from './import-sink.ts';
import { textRefusals } from './text-refusals.ts';
import { cover } from './record.ts';
import { RolledBack } from './rolled-back.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

type Input = z.output<typeof importInput>;

interface Running {
  readonly member: Member;
  readonly importId: string;
  readonly rows: RowFile | null;
}

function depsOf({ member, importId, rows }: Running): Omit<ImportDeps, 'sink' | 'known'> {
  const { clock, emit } = member.state.options;
  return {
    openFile,
    taught: member.open.store.taught(),
    progress: (news) => emit({ kind: 'import-progress', client: member.client, progress: { importId, ...news } }),
    cancelled: () => member.state.imports.get(importId)?.cancelled === true,
    clock: () => clock.now().getTime(),
    ...(rows === null ? {} : { onRow: (line) => rows.add(line), onEnd: () => rows.finish() }),
  };
}

async function keepRun(
  tx: WriteTx,
  member: Member,
  run: { readonly id: string; readonly report: ImportReport; readonly apart: ApartRows },
): Promise<void> {
  const { file, sha256, rows, bookings, accepted, updated, duplicates, quarantined, failed } = run.report;
  const meta = await cover(tx, member, {
    type: 'import.stored',
    disclosures: { import: { file, sha256, rows, bookings, accepted, updated, duplicates, quarantined, failed } },
  });
  await insertImportRun(tx, { id: run.id, report: run.report }, meta);
  for (const row of run.apart.rows()) {
    await insertQuarantine(tx, { id: member.state.options.ids.uuid(), importId: run.id, ...row }, meta);
  }
}

/** Reads, gates and stores a file inside one transaction: all of it, or nothing. */
async function store(running: Running, request: Parameters<typeof runImport>[0]): Promise<Reply<ImportReport>> {
  const { member, importId } = running;
  try {
    return await member.open.store.transaction(async (tx) => {
      const apart = apartRows();
      const sink = importSink(tx, member, (row) => apart.add(row));
      const reply = await runImport(request, { ...depsOf(running), sink });
      if (!reply.ok) throw new RolledBack(...reply.refusals);
      await keepRun(tx, member, { id: importId, report: reply.value, apart });
      return reply;
    });
  } catch (fault) {
    if (fault instanceof RolledBack) return refused(...fault.refusals);
    throw fault;
  }
}

/** Says what an import would make of a file, compared with what is stored. Stores nothing. */
function look(running: Running, request: Parameters<typeof runImport>[0]): Promise<Reply<ImportReport>> {
  const known = knownSources(running.member.open.store.read);
  return runImport(request, { ...depsOf(running), sink: null, known });
}

/** Looks at a file, or takes it in. Progress is sent while it runs; it can be cancelled with nothing half done. */
export async function importFile(member: Member, input: Input): Promise<Reply<FinishedImport>> {
  const told = nameRefusals(input);
  if (told.length > 0) return refused(...told);
  const read = await loadProfile(input.profile);
  if (!read.ok) return refused(...read.refusals);
  const opened = await openRowFile(input.rows, member.state.options.folder);
  if (!opened.ok) return refused(opened.refusal);
  const running = { member, importId: member.state.options.ids.uuid(), rows: opened.rows };
  const request = { path: input.path, profile: read.profile };
  return run(running, () => (input.dryRun ? look(running, request) : store(running, request)));
}

/** The name of a file goes into the records and into every sentence about it: it may tell no status either. */
function nameRefusals({ path, profile = '', rows = '' }: Input): readonly Refusal[] {
  const names = Object.entries({ path, profile, rows });
  return names.flatMap(([field, name]) => textRefusals(basename(name), field, 'file-name'));
}

/** The row file stays only where the import went through. */
async function run(
  { member, importId, rows }: Running,
  work: () => Promise<Reply<ImportReport>>,
): Promise<Reply<FinishedImport>> {
  member.state.imports.set(importId, { personId: member.person.id, cancelled: false });
  let through = false;
  try {
    const reply = await work();
    through = reply.ok;
    return reply.ok ? done({ importId, report: reply.value }) : reply;
  } finally {
    member.state.imports.delete(importId);
    if (!through) await rows?.discard();
  }
}

/** Whoever began an import ends it, also behind a locked screen; others as they may begin one. */
function refuseCancel(member: Member, personId: string): Refusal | null {
  if (personId === member.person.id) return null;
  if (member.state.sessions.get(member.client)?.locked !== false) return { code: 'locked' };
  const { role } = member.person;
  const { access } = CALLS['import.run'];
  return typeof access !== 'string' && access.includes(role) ? null : { code: 'role-not-allowed', params: { role } };
}

export function cancelImport(
  member: Member,
  input: z.output<typeof importIdInput>,
): Promise<Reply<{ readonly cancelled: boolean }>> {
  const running = member.state.imports.get(input.importId);
  if (running === undefined) return Promise.resolve(refuse('not-found', { field: 'importId' }));
  const refusal = refuseCancel(member, running.personId);
  if (refusal !== null) return Promise.resolve(refused(refusal));
  running.cancelled = true;
  return Promise.resolve(done({ cancelled: true }));
}

export async function getQuarantine(member: Member): Promise<Reply<readonly QuarantinedRow[]>> {
  return done(await listQuarantine(member.open.store.read));
}
