/**
 * SHA-256 over the schema after the last migration, as `schema-digest.ts` computes it. A store whose schema differs is
 * not opened: somebody dropped a trigger or added a column. `test/migrations/frozen.test.ts` says the value.
 */
export const SCHEMA_DIGEST = 'da1600981043318b6e540068d948362b6e9bb1ee93aec885d2d61f45b05ffc87';
