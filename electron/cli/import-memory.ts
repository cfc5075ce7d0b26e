import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the part of the heap for new objects at its first size. An import makes many objects and holds few: left alone,
 * that part grows to more than 100 MB of them before it is swept, and nothing is gained in speed.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
