/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = 'ff869ccab1aa77ec8bcc5c048f0fd90a4584a90aa7cc76cd28b7e43b317b6d64';
