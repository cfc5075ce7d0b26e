// What a made-up station handed out: records, a batch, papers, heads of its log, what it signed of a backup.
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CallInput } from '../../contract/calls.ts';
import type { ReleaseKind } from '../../contract/release-calls.ts';
import { NOTICE, book } from '../support/booked.ts';
import { newTestStation, type NewTestStation } from '../support/station.ts';
import { filesIn, writeVector, type FilesOfVector } from './vector.ts';

const BEGIN = Date.parse('2026-11-25T06:41:07.120Z');
const begun = Date.now();
const clock = { now: (): Date => new Date(BEGIN + Date.now() - begun) };
const TOLD = { audience: 'Counsel for Alex Testperson', purpose: 'Docket 26-0412' };

interface Desk {
  readonly desk: NewTestStation;
  readonly ids: readonly string[];
  readonly root: string;
  readonly out: string;
}

/** A made-up station with two records, and a folder for what leaves it. */
export async function openDesk(): Promise<Desk> {
  const desk = await newTestStation({ clock });
  const ids: string[] = [];
  for (const name of ['Testperson', 'Sampleton']) {
    await book(desk, { fields: { last_name: name } });
    const noted = { ...NOTICE, outcome: 'declined', released: [] } as const;
    ids.push((await desk.done('notification.record', noted)).notificationId);
  }
  const out = join(desk.folder, '..', 'out');
  mkdirSync(out);
  const { keys } = await desk.done('key.list', {});
  return { desk, ids, out, root: keys.find(({ kind }) => kind === 'root')?.fingerprint ?? '' };
}

type LeaveOut = CallInput<'notification.export'>['leaveOut'];

/** The folder of one copy of the first record. */
async function copyOf({ desk, ids, out }: Desk, leaveOut: LeaveOut): Promise<string> {
  const told = { notificationIds: ids.slice(0, 1), folder: out, ...TOLD, leaveOut };
  const [written] = await desk.done('notification.export', told);
  if (written === undefined) throw new Error('no copy');
  return written.folder;
}

async function copies(of: Desk): Promise<void> {
  const { root } = of;
  const whole = await copyOf(of, []);
  const number = basename(whole);
  const what = 'The folder of one record: nothing is wrong with it.';
  await writeVector({ name: 'good/record', what, give: [number], root }, filesIn(whole, `${number}/`));
  const files = new Map(Object.entries(filesIn(whole)));
  const some = (names: readonly string[]): FilesOfVector =>
    Object.fromEntries(names.map((name) => [name, files.get(name) ?? '']));
  const pdf = [`${number}.pdf`];
  await writeVector({ name: 'good/pdf', what: 'Its PDF alone.', give: pdf, root }, some(pdf));
  const proved = ['record.sd-jwt', 'record.tlog-proof'];
  const alone = 'Record and proof, without their folder.';
  await writeVector({ name: 'good/proof', what: alone, root, give: proved }, some(proved));
  const redacted = await copyOf(of, [{ name: 'station', reason: 'privacy' }]);
  const less = { name: 'good/redacted', what: 'The same record, handed out without one part.', root };
  await writeVector({ ...less, give: [basename(redacted)] }, filesIn(redacted, `${basename(redacted)}/`));
}

async function batch({ desk, ids, out, root }: Desk): Promise<void> {
  const { file } = await desk.done('export.batch', { notificationIds: [...ids], folder: out, ...TOLD });
  const what = 'A zip of two copies with its signed list, manifest.json and manifest.jws.';
  const name = basename(file);
  await writeVector({ name: 'good/batch', what, give: [name], root }, { [name]: readFileSync(file) });
}

async function papers({ desk, out, root }: Desk): Promise<void> {
  const kinds: readonly (readonly [ReleaseKind, string])[] = [
    ['daily-log', 'The public daily log.'],
    ['report', 'A report with its head of the log.'],
  ];
  for (const [kind, what] of kinds) {
    const span = { from: '2026-11-01', to: '2026-11-30' };
    const { folder } = await desk.done('release.write', { kind, ...span, folder: out, ...TOLD });
    const name = basename(folder);
    await writeVector({ name: `good/${kind}`, what, give: [name], root }, filesIn(folder, `${name}/`));
  }
}

async function clerk({ desk, out, root }: Desk): Promise<void> {
  const packet = (from: string, to: string): Promise<{ readonly folder: string }> =>
    desk.done('release.write', { kind: 'clerk-packet', from, to, folder: out, ...TOLD });
  await packet('2026-11-01', '2026-11-30');
  await book(desk);
  const { folder } = await packet('2026-12-01', '2026-12-31');
  const name = basename(folder);
  const files = filesIn(folder);
  const what = 'The packet for the town clerk: head, head before, and the way between them, inside a signed PDF.';
  await writeVector({ name: 'good/clerk-packet', what, give: [name], root }, filesIn(folder, `${name}/`));
  const heads = ['checkpoint-2026-12.txt', 'checkpoint-before.txt', 'consistency.txt', 'station-signing.pem'];
  const [head = '', before = '', way = '', signing = ''] = heads;
  const only = Object.fromEntries(heads.map((one) => [one, files[one] ?? '']));
  const grown = { give: [head, signing, way], checkpoint: before };
  await writeVector({ name: 'good/head', what: 'A head of the log alone.', give: [head, signing] }, only);
  await writeVector({ name: 'good/consistency', what: 'The log only grew between two heads.', ...grown }, only);
  const hashes = String(Buffer.from(only[way] ?? '')).split('\n');
  const changed = { ...only, [way]: [...hashes.slice(0, -2).toReversed(), ''].join('\n') };
  await writeVector(
    {
      name: 'refused/not-grown',
      what: 'A way that does not lead from one head to the other.',
      ...grown,
      expected: 'growth',
    },
    changed,
  );
  const cut = Object.fromEntries(heads.filter((one) => one !== way).map((one) => [one, files[one] ?? '']));
  await writeVector(
    {
      name: 'refused/no-way',
      what: 'Two heads and no way between them.',
      give: [head, signing],
      checkpoint: before,
      expected: 'growth',
    },
    cut,
  );
}

/** A key that others may have is called back: what it signed before stays good, what it signs after is refused. */
async function calledBack(of: Desk): Promise<void> {
  const { desk, root } = of;
  const before = await copyOf(of, []);
  const told = { recoveryFolder: desk.recoveryFolder, recoveryKey: desk.recoveryKey, reason: 'The disk was stolen.' };
  const { crl } = await desk.done('key.change', { ...told, why: 'compromised' });
  const list = readFileSync(crl ?? '');
  const after = await copyOf(of, []);
  for (const [name, what, folder] of [
    ['called-back-later', 'A record whose certificate was called back after it was signed, with the list.', before],
    ['after-a-new-key', 'A record signed with the key that came after, with the list.', after],
  ] as const) {
    const number = basename(folder);
    const files = { ...filesIn(folder, `${number}/`), 'crl.pem': list };
    const small = Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith('.pdf')));
    await writeVector({ name: `good/${name}`, what, give: [number], root, crl: 'crl.pem' }, small);
  }
}

/** The files stand in for those of a backup: a verifier without its key sees their digests and nothing else. */
async function backup({ desk }: Desk): Promise<void> {
  const folder = join(desk.folder, '..', 'stick');
  mkdirSync(folder);
  const { path } = await desk.done('backup.run', { folder });
  const files = filesIn(path);
  const signed = Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('log-head')));
  const pem = filesIn(join(desk.folder, '..', 'out'))['clerk-packet-2026-12/station-signing.pem'];
  const signing = 'station-signing.pem';
  await writeVector(
    { name: 'good/backup-head', what: 'The head of the log as it lies in a backup.', give: ['log-head.txt', signing] },
    { ...signed, [signing]: pem ?? '' },
  );
}

export async function fromStation(): Promise<void> {
  const desk = await openDesk();
  await copies(desk);
  await batch(desk);
  await papers(desk);
  await clerk(desk);
  await backup(desk);
  await desk.desk.remove();
}

/** Another made-up station, which called a key back. */
export async function calledBackVectors(): Promise<void> {
  const desk = await openDesk();
  await calledBack(desk);
  await desk.desk.remove();
}
