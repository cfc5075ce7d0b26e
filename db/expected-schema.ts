/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = 'e24281ff63dbc8d629bd4911bdae0664eb25934eb176b1a07c4861cf628b6b07';
