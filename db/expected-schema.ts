/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = '6fb2c1ea3bbb0bd571035dfee45c316efe4e4f9fdbf6d76a37f2ee7155c17ddb';
