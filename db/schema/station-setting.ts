import type { SettingName } from '../../policy/settings.ts';
import type { Mark } from './column.ts';

/** The newest of a name holds. */
export interface StationSettingTable {
  entry_seq: number;
  name: SettingName;
  value: string;
  at: string;
  by: string;
  mark: Mark;
}
