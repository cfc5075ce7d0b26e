// Once before the end-to-end tests: a host, the built app, a screen for each worker and a station.
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Display, openDisplay } from '../../build/electron-host/display.ts';
import { printStep } from '../../build/electron-host/log.ts';
import { makeReady } from '../../build/ready.ts';
import { makeReadyStation } from './ready-station.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Electron to run. */
    readonly executable: string;
    /** Values of DISPLAY, one for each worker. */
    readonly displays: readonly string[];
    /** A folder with a station that was set up; see ready-station.ts. */
    readonly ready: string;
    /** The top of the source tree. */
    readonly root: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const host = await makeReady(printStep);
  const displays: Display[] = [];
  while (displays.length < project.config.maxWorkers) displays.push(await openDisplay(printStep));
  project.provide('executable', host.executable);
  project.provide(
    'displays',
    displays.map(({ name }) => name),
  );
  const ready = await makeReadyStation();
  project.provide('ready', ready.folder);
  project.provide('root', resolve(import.meta.dirname, '../..'));
  return () => {
    for (const { close } of displays) close();
    ready.remove();
  };
}
