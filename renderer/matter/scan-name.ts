import type { Scan } from '../../contract/matter.ts';
import { words } from '../words/words.ts';

/** What a sealed paper is called: its kind and the first eight digits of its hash. */
export function scanName({ mediaType, sha256 }: Scan): string {
  const types: Readonly<Record<string, string>> = words.matter.scans.types;
  return words.matter.scans.paper(types[mediaType] ?? mediaType, sha256.slice(0, 8));
}
