import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { needsDisplay } from './electron-host/system.ts';
import { SlowFirst } from './slow-first.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Files share the modules of one process: most of what a short one costs is starting another and loading them again. So a
 * test puts back what it changes beyond its own folder, and what a module remembers must not change any answer.
 */
const isolate = false;

/** Vitest leaves one core free by itself: of two that is half. */
const EVERY_CORE = '100%';

// Groups run one after another: no window is opened while other tests have the machine.
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        root,
        plugins: [svelte({ configFile: resolve(root, 'build/svelte.config.js') })],
        test: {
          name: 'unit',
          isolate,
          include: [
            'test/{policy,screen,contract,proof,conformance,services,db,migrations,cli,electron,renderer,build}/**/*.test.ts',
          ],
          maxWorkers: EVERY_CORE,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'faults',
          isolate,
          include: ['test/faults/**/*.test.ts'],
          maxWorkers: EVERY_CORE,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          isolate,
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [resolve(root, 'test/e2e/setup.ts')],
          // A window waits more than it works. On the machine's own screen two would take the focus from each other.
          maxWorkers: needsDisplay() ? 2 : 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
