/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = '4c82f6d25f73a6a16aa2d5a74ddbe7f52a0ecea96ff85447e3197b9158e72b09';
