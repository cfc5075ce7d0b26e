/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = 'df3473bb328b29ffa88a5797d253979cdaed1b9ba7b6fdfbd287bd955a560fff';
