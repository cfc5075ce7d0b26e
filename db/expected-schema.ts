/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = '6f0d1d8f37632500e6a21fe571c63afb8f2ea34f0e7bcb65778f435b70c89ad7';
