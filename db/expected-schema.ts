/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = '43a68d5d0d5c6463baaed097580eef6ef8e7ff3fa0aa3c8b2dec2d688ebeec05';
