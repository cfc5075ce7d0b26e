/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = '42bfdf1295ec6d61bd92a1ef17f89dfdc56acf9082a11c91444db1d9611d7d44';
