/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = 'cef25d815041803309edf6f3bc916a1b78c07fbc1d2c7ad0366e4e147dc7038d';
