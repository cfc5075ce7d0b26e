import type { Matter } from '../../contract/matter.ts';
import type { WMS_STATUS } from '../../policy/matters/boxes.ts';

/** How a warrant no longer stands. */
export type FallenWarrant = Exclude<(typeof WMS_STATUS)[number], 'active'>;

/**
 * What the last check of the warrant found, where it no longer stands; null where it does or nobody looked. An arrest on
 * a recalled warrant is none: Commonwealth v. Maingrette (2014), policy 3(b)(ii), 3(c).
 */
export function fallenWarrant({ closedAt, events }: Pick<Matter, 'closedAt' | 'events'>): FallenWarrant | null {
  const status = events.findLast(({ kind }) => kind === 'wms-check')?.detail['status'];
  if (closedAt !== null) return null;
  return status === 'recalled' || status === 'served' ? status : null;
}
