// Once before the end-to-end tests: a host, the built app and a screen.
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDisplay } from '../../build/electron-host/display.ts';
import { printStep } from '../../build/electron-host/log.ts';
import { makeReady } from '../../build/ready.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Electron to run. */
    readonly executable: string;
    /** Value of DISPLAY. */
    readonly display: string;
    /** The top of the source tree. */
    readonly root: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const host = await makeReady(printStep);
  const display = await openDisplay(printStep);
  project.provide('executable', host.executable);
  project.provide('display', display.name);
  project.provide('root', resolve(import.meta.dirname, '../..'));
  return display.close;
}
