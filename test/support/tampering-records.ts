// What an insider could do to the records and files of a station, and what the check must call it.
import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { issueCertificates } from '../../services/keys/certificates.ts';
import { saveSigningKey } from '../../services/keys/signing-key.ts';
import { headPath } from '../../services/keys/station-files.ts';
import { addEntries, meddle, onConnection, signHeadOf } from './meddled-station.ts';
import { kindOf, withoutGuards, type Act, type Kind, type Line } from './tampering-kind.ts';

async function otherKeys(): Promise<Awaited<ReturnType<typeof issueCertificates>>> {
  return issueCertificates({ stationName: 'Other', ori: 'MA0EX0100', now: new Date(), random: randomBytes });
}

const only = (table: string, sql: string): Act => withoutGuards(sql, table);

/** Disclosures, records and guards. */
const RECORDS: readonly Line[] = [
  [
    'a disclosure is edited',
    ['disclosure-edited'],
    6_000,
    only('disclosure', `update disclosure set text = text || 'AA' where seq = 6000`),
  ],
  [
    'a disclosure is added',
    ['disclosure-added'],
    6_000,
    only('disclosure', `insert into disclosure (seq, name, text) values (6000, 'more', 'WyJ4Iiwi')`),
  ],
  [
    'a disclosure is taken away',
    ['disclosure-deleted'],
    6_000,
    only('disclosure', 'delete from disclosure where seq = 6000'),
  ],
  [
    'a record has no entry',
    ['link-broken', 'record-uncovered'],
    null,
    only(
      'person_event',
      `insert into person_event (entry_seq, id, person_id, kind, at, "by")
    select 99999, id, id, 'deactivated', created_at, id from person limit 1`,
    ),
  ],
  ['an entry has lost its record', ['row-missing'], null, only('notification', 'delete from notification')],
  [
    'a row is edited by somebody without the key of the marks',
    ['row-forged', 'record-edited'],
    null,
    (copy) => {
      onConnection(copy, (connection) => {
        connection.function('app_mark', { varargs: true, deterministic: true }, () => '0'.repeat(64));
        connection.exec('drop trigger person_no_update');
        connection.exec("update person set display_name = 'Somebody Else'");
        connection.exec(
          "create trigger person_no_update before update on person begin\n  select raise(abort, 'person: rows never change');\nend",
        );
      });
    },
  ],
  [
    'a guard is dropped',
    ['schema-changed', 'guard-dropped'],
    null,
    (copy) => {
      onConnection(copy, (connection) => {
        connection.exec('drop trigger ledger_entry_no_delete');
      });
    },
  ],
  ['the clock is set back', ['clock-set-back'], null, (copy) => addEntries(copy, { count: 1, back: 3_600_000 })],
  [
    'an entry of another log is put in',
    ['entry-of-other-log'],
    null,
    (copy) => addEntries(copy, { count: 1, log: copy.log.replace(/.{4}$/, 'abcd') }),
  ],
];

/** Keys and whole files. */
const FILES: readonly Line[] = [
  [
    'the key is swapped',
    ['key-swapped'],
    null,
    async (copy) => {
      const { signingPrivateKey: privateKey } = await otherKeys();
      await saveSigningKey(copy.folder, { privateKey, key: copy.key }, randomBytes);
    },
  ],
  [
    'the certificate is swapped',
    ['checkpoint-forged', 'head-forged', 'record-edited', 'key-swapped'],
    null,
    async (copy) => {
      const { certificates } = await otherKeys();
      const mine = certificates.find(({ kind }) => kind === 'signing');
      meddle(
        copy,
        `update certificate set pem = '${mine?.pem ?? ''}', fingerprint = '${mine?.fingerprint ?? ''}' where kind = 'signing'`,
        ['certificate'],
      );
    },
  ],
  [
    'the whole file is replaced by an older one',
    ['tail-cut'],
    null,
    async (copy, other) => {
      const later = other();
      await addEntries(later, { count: 5 });
      await signHeadOf(later.folder);
      cpSync(headPath(later.folder), headPath(copy.folder));
    },
  ],
  [
    'the whole file is replaced by another one',
    ['history-rewritten'],
    null,
    async (copy, other) => {
      const one = other();
      await addEntries(one, { count: 5 });
      await signHeadOf(one.folder);
      await addEntries(copy, { count: 5 });
      cpSync(headPath(one.folder), headPath(copy.folder));
    },
  ],
];

/** Ways to tamper with records and files. */
export function recordTampering(): readonly Kind[] {
  return [...RECORDS, ...FILES].map(kindOf);
}
