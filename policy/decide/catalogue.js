/** Rows of `policy/offenses/ma-offenses.json` by id. */
export function catalogueOf(rows) {
    return new Map(rows.map((row) => [row.id, row]));
}
