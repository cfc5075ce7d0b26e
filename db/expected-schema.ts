/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = 'e17858170e1904e5ecb4666f8c28ccbc5074b94a34e9d8f63cf0a10bf60c011e';
