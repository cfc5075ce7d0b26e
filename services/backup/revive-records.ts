// The records of a backup become those of a station: checked, under a new log, open to one chief.
import type { RestoredStation } from '../../contract/backup.ts';
import type { Reply } from '../../contract/reply.ts';
import { openStore, type Store } from '../../db/open.ts';
import { getStation, type StationIdentity } from '../../db/station/reader.ts';
import { listPersons } from '../../db/person/reader.ts';
import { clearText, type Cleared } from '../../policy/gate.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { CERTIFICATE_ENDED, checkStation } from '../check-station.ts';
import { stamp } from '../clock.ts';
import { writeHeadFile } from '../keys/head-file.ts';
import { loginOf } from '../keys/login.ts';
import { judgePassphrase } from '../keys/passphrase-rules.ts';
import { loadSigningKey, type SigningKey } from '../keys/signing-key.ts';
import { foundKeyring } from '../keys/keyring.ts';
import { keyringPath, recordsPath, writeStationFile } from '../keys/station-files.ts';
import type { StationKey } from '../keys/station-key.ts';
import { writeBeginning } from '../ledger/begin-log.ts';
import { newLogOrigin } from '../ledger/log-name.ts';
import { signHead } from '../ledger/sign-head.ts';
import { logRefusal } from '../log-refusal.ts';
import { openStation } from '../open-station.ts';
import { HOLDER, recoverChief } from '../recover-chief.ts';
import { done, refuse, refused } from '../reply.ts';
import type { Beside } from './carrier-messages.ts';
import { judgeBackup, knownHead, type KnownHead } from './known-heads.ts';
import type { Backup } from './manifest.ts';
import { replayLater } from './replay-orders.ts';
import type { RestoreOptions, RestoreWatch, Restoring } from './restore-request.ts';

export interface Reviving {
  /** Its folder is the one into which the backup was brought. */
  readonly options: RestoreOptions;
  readonly input: Restoring;
  readonly watch: RestoreWatch;
  readonly backup: Backup;
  /** What lies beside it. */
  readonly beside: Beside;
  readonly key: StationKey;
}

interface Opened extends Reviving {
  readonly store: Store;
  readonly station: StationIdentity;
}

/** What was found before anything is written. */
interface Judged {
  readonly head: KnownHead;
  readonly reason: Cleared<string>;
  readonly chiefId: string;
  readonly signing: SigningKey;
}

type Judgement =
  { readonly ok: true; readonly value: Judged } | { readonly ok: false; readonly refusals: readonly Refusal[] };

const no = (...refusals: readonly Refusal[]): Judgement => ({ ok: false, refusals });

function notWhole(detail: string): Refusal {
  const next = 'Take another backup; where there is none, bring this one back as it is and look at Integrity.';
  return {
    code: 'damaged-database',
    field: 'asItIs',
    params: { what: `The check fails on this backup at ${detail}`, next },
  };
}

/** Of these a person takes care once the records are back. */
const HARMLESS: readonly string[] = ['clock-set-back', CERTIFICATE_ENDED];

/** The whole check, as the station itself makes it. A clock that was set back and a certificate that ended harm nothing here. */
async function checkFault({ options, store, station, key, input }: Opened): Promise<Refusal | null> {
  const open = await openStation({ store, key, station, logTrouble: null }, options.clock);
  const report = await checkStation(open, options);
  const bad = report.checks.find(({ ok, code }) => !ok && !HARMLESS.includes(code ?? ''));
  if (bad === undefined || input.asItIs) return null;
  return notWhole(bad.at === undefined ? bad.name : `${bad.name}, entry ${String(bad.at)}`);
}

/** A smaller log than one that was signed is taken only where a person says so. */
async function headOf({ options, store, beside, station, input }: Opened): Promise<KnownHead | Refusal> {
  const trouble = await judgeBackup(store.read, options.folder);
  if (trouble !== null) return logRefusal(trouble);
  const head = await knownHead(store.read, beside.heads, station.logOrigin);
  if (head.missing === 0 || input.newerIsLost) return head;
  return {
    code: 'log-refused',
    field: 'newerIsLost',
    params: { why: 'tail-cut', missing: head.missing, known: head.known.size },
  };
}

async function judge(opened: Opened): Promise<Judgement> {
  const { options, store, input, key } = opened;
  const reason = clearText(input.reason, 'reason');
  if (!reason.ok) return no(...reason.refusals.map((refusal) => ({ ...refusal, field: 'reason' })));
  const chiefs = (await listPersons(store.read)).filter(({ active, role }) => active && role === 'chief');
  const chief = chiefs.find(({ name }) => name === loginOf(input.name));
  if (chief === undefined) {
    const names = chiefs.map(({ name }) => name).join(', ');
    return no({ code: 'wrong-value', field: 'name', params: { why: 'not-a-chief', chiefs: names } });
  }
  const weak = await judgePassphrase(input.passphrase, [chief.name, chief.displayName, opened.station.name]);
  if (weak !== null) return no({ code: 'weak-passphrase', field: 'passphrase', params: { why: weak } });
  const head = await headOf(opened);
  if ('code' in head) return no(head);
  const signing = await loadSigningKey(options.folder, key);
  if (!signing.ok) return no(signing.refusal);
  const fault = await checkFault(opened);
  if (fault !== null) return no(fault);
  return { ok: true, value: { head, reason: reason.value, chiefId: chief.id, signing: signing.value } };
}

/** The old name is never used again: what was signed under it after this backup may still be somewhere. */
async function beginLog(opened: Opened, { head, reason, chiefId }: Judged): Promise<StationIdentity> {
  const { options, store, station, backup } = opened;
  const scribe = { sources: options, log: newLogOrigin(station.ori, options.random), actor: HOLDER };
  const { madeAt, entries } = backup.manifest;
  const more = { backup: { madeAt, entries, missing: head.missing } };
  const beginning = { known: head.known, reason, by: chiefId, more, treeAnew: false };
  await store.transaction((tx) => writeBeginning(tx, scribe, beginning));
  return getStation(store.read);
}

async function signFirstHead({ options, store }: Opened, station: StationIdentity, key: SigningKey): Promise<void> {
  const at = stamp(options.clock.now());
  const signing = { origin: station.logOrigin, key, cause: 'new-log', at } as const;
  const head = await store.transaction((tx) => signHead(tx, signing));
  await writeHeadFile(options.folder, head.note);
}

async function revive(opened: Opened): Promise<Reply<RestoredStation>> {
  const { options, store, key, input, backup, beside } = opened;
  const judged = await judge(opened);
  if (!judged.ok) return refused(...judged.refusals);
  if (opened.watch.cancelled()) return refuse('cancelled');
  const { head, signing } = judged.value;
  const station = await beginLog(opened, judged.value);
  const orders = await replayLater({ options, store, station, key, laterChanges: beside.laterChanges });
  if (!orders.ok) return refused(orders.refusal);
  await foundKeyring(keyringPath(options.folder));
  const chief = await recoverChief({ options, store, key, station }, input);
  if (!chief.ok) return chief;
  await signFirstHead(opened, station, signing);
  const { madeAt, entries } = backup.manifest;
  const { id: stationId, name, ori, createdAt } = station;
  await writeStationFile(options.folder, { format: 1, stationId, name, ori, createdAt });
  const { person, withoutSlot } = chief.value;
  return done({
    station: { name, ori },
    person,
    madeAt,
    entries,
    missing: head.missing,
    orders: orders.value,
    withoutSlot,
  });
}

/** Opens the records that were brought, which takes them to today's schema, and revives them. @throws StoreFault */
export async function reviveRecords(reviving: Reviving): Promise<Reply<RestoredStation>> {
  const { options, key } = reviving;
  const store = await openStore({
    file: recordsPath(options.folder),
    keys: { database: key.database, mark: key.mark },
    ...(options.addon === undefined ? {} : { addon: options.addon }),
  });
  try {
    return await revive({ ...reviving, store, station: await getStation(store.read) });
  } finally {
    await store.close();
  }
}
