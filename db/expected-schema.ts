/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = '45126663dbf2f71be916ee1e8ddeb2fd3b9aa2305b87e4e1a687687ed4291dd3';
