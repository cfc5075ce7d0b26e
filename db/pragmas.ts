import { StoreFault } from './fault.ts';

/** What is needed of a connection. */
interface Connection {
  pragma(source: string, options?: { readonly simple: true }): unknown;
}

type Setting = readonly [pragma: string, value: string | number];

const COMMON: readonly Setting[] = [
  ['foreign_keys', 1],
  ['recursive_triggers', 1],
  ['ignore_check_constraints', 0],
  ['cell_size_check', 1],
  ['temp_store', 2], // in memory: nothing is spilled beside the encrypted file
  ['trusted_schema', 1], // the guards call our functions from the schema, which SQLite calls unsafe otherwise
];
const WRITER: readonly Setting[] = [
  ...COMMON,
  ['journal_mode', 'wal'],
  ['synchronous', 2], // FULL: on disk when it is acknowledged, also where the power fails
  ['secure_delete', 1],
];
const READER: readonly Setting[] = [...COMMON, ['query_only', 1]];

/** Sets what every connection of this kind must have, and reads each back. @throws StoreFault `damaged` */
export function applyPragmas(connection: Connection, access: 'write' | 'read'): void {
  for (const [pragma, value] of access === 'read' ? READER : WRITER) {
    connection.pragma(`${pragma} = ${String(value)}`);
    const now = connection.pragma(pragma, { simple: true });
    if (now !== value) throw new StoreFault('damaged', `pragma ${pragma} did not hold`);
  }
}
