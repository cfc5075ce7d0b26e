/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = '689345b02892a55780a229586752b85fb03ba0724fb9ff9dc60f378448564f8d';
