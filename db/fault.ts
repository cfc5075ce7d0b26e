/** What can go wrong with the store itself. `refused`: a guard of the database said no to a write. */
export type StoreFaultCode =
  | 'wrong-key'
  | 'newer-database'
  | 'damaged'
  | 'in-use'
  | 'disk-full'
  | 'disk-trouble' // the disk or its connection does not answer as it should
  | 'closed' // may be read, not written
  | 'no-memory'
  | 'missing-file'
  | 'clock' // a time that is not the one the database itself sees
  | 'refused';

/** Thrown by everything in `db`. The message names tables and rules, never a stored or refused value. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: StoreFaultCode;
  /** What exactly is wrong, as a part of a sentence for whoever is at the desk; names tables and guards at most. */
  readonly what: string | undefined;

  constructor(code: StoreFaultCode, message: string, options: ErrorOptions & { readonly what?: string } = {}) {
    super(message, options);
    this.code = code;
    this.what = options.what;
  }
}

/** SQLite's own codes, longest match first; extended codes begin with their primary one. */
const FAULTS: readonly (readonly [prefix: string, code: StoreFaultCode])[] = [
  ['SQLITE_NOTADB', 'wrong-key'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_IOERR_READ', 'damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'damaged'],
  ['SQLITE_IOERR_DATA', 'damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'damaged'],
  ['SQLITE_IOERR_NOMEM', 'no-memory'],
  // A full disk shows in what makes a file longer or durable; SQLite itself knows only the plainest case.
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_IOERR_FSYNC', 'disk-full'],
  ['SQLITE_IOERR_DIR_FSYNC', 'disk-full'],
  ['SQLITE_IOERR_TRUNCATE', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_IOERR_SHMMAP', 'disk-full'],
  ['SQLITE_IOERR', 'disk-trouble'],
  ['SQLITE_READONLY', 'closed'],
  ['SQLITE_PERM', 'closed'],
  ['SQLITE_NOMEM', 'no-memory'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_LOCKED', 'in-use'],
  ['SQLITE_CANTOPEN', 'missing-file'],
  ['SQLITE_CONSTRAINT', 'refused'],
];

/** What the guard `clock` of a table says, as `migrations/guards.ts` words it. */
const BY_THE_CLOCK = /^[a-z_]+: clock$/;

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The fault behind an error of SQLite; any other error comes back as it is. */
export function asFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreFault) return error;
  const code = codeOf(error);
  if (BY_THE_CLOCK.test(error.message)) return new StoreFault('clock', `${code}: ${error.message}`, { cause: error });
  const found = FAULTS.find(([prefix]) => code.startsWith(prefix));
  return found === undefined ? error : new StoreFault(found[1], `${code}: ${error.message}`, { cause: error });
}
