// A matter as it stands: whom its newest naming says it is about, else what it said as it began. Every list and page that
// asks whose record it is asks this view; rows are written to the table `matter` alone.
import { sql } from 'kysely';
import type { MatterTable } from '../schema/matter.ts';

export type MatterNow = Omit<MatterTable, 'mark'>;

/** `matter_now as m`. */
export const MATTER_NOW = sql<MatterNow>`matter_now`.as<'m'>(sql.ref('m'));
