import type { CopyProgress } from '../../contract/backup.ts';

interface Sayings {
  readonly trying: () => string;
  readonly copying: (share: number) => string;
  readonly checking: (share: number) => string;
  readonly bringing: (share: number) => string;
  readonly settling: () => string;
}

/** What runs, in words. */
export function saidOf({ phase, bytes, total }: CopyProgress, say: Sayings): string {
  return say[phase](total === 0 ? 0 : Math.min(100, Math.floor((100 * bytes) / total)));
}
