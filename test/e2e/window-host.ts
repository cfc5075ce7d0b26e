import { inject } from 'vitest';
import type { Launch } from '../support/launch.ts';
import type { DeskHost } from '../support/desk.ts';

/** The Electron to run, and the screen of the worker that asks: no two windows share one, so each has its focus. */
export function windowHost(): Pick<Launch, 'executable' | 'display'> {
  const worker = Number(process.env['VITEST_POOL_ID']);
  const display = inject('displays')[worker - 1];
  if (display === undefined) throw new Error(`worker ${String(worker)} has no screen`);
  return { executable: inject('executable'), display };
}

/** The same, for a desk in a station that is set up already. */
export function deskHost(): DeskHost {
  return { ...windowHost(), ready: inject('ready') };
}
