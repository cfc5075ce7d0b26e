import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { BookingDraft } from '../../policy/booking.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';

type Value = string | number | null;

const BOOKING_COLUMNS = APPROVED_FIELDS.filter((field) => field.part === 'booking').map((field) => field.name);
const CHARGE_COLUMNS = APPROVED_FIELDS.filter((field) => field.part === 'charge').map((field) => field.name);

function insert(connection: Sqlite.Database, table: string, columns: readonly string[]): Sqlite.Statement {
  const places = columns.map(() => '?').join(', ');
  return connection.prepare(
    `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values (${places})`,
  );
}

function pick(record: Readonly<Record<string, unknown>>, columns: readonly string[]): readonly Value[] {
  return columns.map((name) => {
    const value = record[name];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  });
}

interface Sources {
  readonly actor: string;
  readonly random: (size: number) => Uint8Array;
  readonly uuid: () => string;
}

interface Part {
  readonly name: string;
  readonly text: string;
  readonly digest: string;
}

function disclose(random: Sources['random'], name: string, value: unknown): Part {
  const salt = Buffer.from(random(32)).toString('base64url');
  const text = Buffer.from(JSON.stringify([salt, name, value])).toString('base64url');
  return { name, text, digest: createHash('sha256').update(text).digest('base64url') };
}

function partsOf(random: Sources['random'], draft: BookingDraft): readonly Part[] {
  const { narrative, ...person } = draft.fields;
  return [
    disclose(random, 'number', 'bench'),
    disclose(random, 'person', person),
    disclose(random, 'booking', draft.fields),
    disclose(random, 'texts', { narrative }),
    disclose(random, 'charges', draft.charges),
  ];
}

function leafOf(sources: Sources, seq: number, parts: readonly Part[]): Buffer {
  return Buffer.from(
    JSON.stringify({
      _sd: parts.map(({ digest }) => digest).sort(),
      _sd_alg: 'sha-256',
      actor: sources.actor,
      at: new Date().toISOString(),
      id: sources.uuid(),
      log: 'bench',
      schema: 'booking.saved/1',
      seq,
      type: 'booking.saved',
      v: 1,
    }),
  );
}

function appender(connection: Sqlite.Database, sources: Sources): (draft: BookingDraft) => number {
  const last = connection.prepare('select max(seq) from ledger_entry').pluck();
  const entry = insert(connection, 'ledger_entry', ['seq', 'leaf', 'leaf_hash']);
  const disclosure = insert(connection, 'disclosure', ['seq', 'name', 'text']);
  return (draft) => {
    const before = last.get();
    const seq = typeof before === 'number' ? before + 1 : 0;
    const parts = partsOf(sources.random, draft);
    const leaf = leafOf(sources, seq, parts);
    entry.run(seq, leaf, createHash('sha256').update(Uint8Array.of(0)).update(leaf).digest());
    for (const { name, text } of parts) disclosure.run(seq, name, text);
    return seq;
  };
}

const VERSION = ['entry_seq', 'booking_id', 'version', ...BOOKING_COLUMNS, 'reason', 'saved_at', 'saved_by'];
const CHARGE = ['booking_id', 'version', 'position', 'offense', ...CHARGE_COLUMNS];

/**
 * What somebody would write who needed the same rows and the same ledger entry and nothing else: prepared statements,
 * JSON as it comes, one transaction. It checks no name, no text and no role.
 */
export function handWritten(
  connection: Sqlite.Database,
  sources: Sources,
): (bookingId: string, draft: BookingDraft) => void {
  const append = appender(connection, sources);
  const version = insert(connection, 'booking_version', VERSION);
  const charge = insert(connection, 'charge', CHARGE);
  const forget = connection.prepare('delete from draft where booking_id = ?');
  const write = connection.transaction((bookingId: string, draft: BookingDraft) => {
    const values = pick({ ...draft.fields }, BOOKING_COLUMNS);
    version.run(append(draft), bookingId, 1, ...values, null, new Date().toISOString(), sources.actor);
    for (const [position, one] of draft.charges.entries()) {
      charge.run(bookingId, 1, position, one.offense ?? null, ...pick({ ...one }, CHARGE_COLUMNS));
    }
    forget.run(bookingId);
  });
  return (bookingId, draft) => {
    write.immediate(bookingId, draft);
  };
}
