/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = '273f91b1f27ad694d6a23fc0284363d43829c51c5f542d298428ca667c2d8d29';
