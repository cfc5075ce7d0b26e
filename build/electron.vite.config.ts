import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');
const out = (part: string): string => resolve(root, 'out', part);

// Targets are the oldest host that development may run on (the registry host: Node 20.18, Chrome 130).
// Everything is bundled, so that a packaged app carries no node_modules.
// Without spaces and comments a file is read in half the time; names stay, because faults are told by them.
const minify = { compress: false, mangle: false, codegen: { removeWhitespace: true } } as const;

/** What pdfkit and services/export read as they run, from beside the chunk that holds them. */
const EXPORT_DATA = [
  'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc',
  'services/export/data/verify.html',
];

const exportData: Plugin = {
  name: 'sallyport:export-data',
  generateBundle() {
    for (const path of EXPORT_DATA)
      this.emitFile({
        type: 'asset',
        fileName: `chunks/data/${basename(path)}`,
        source: readFileSync(resolve(root, path)),
      });
  },
};

export default defineConfig({
  main: {
    plugins: [exportData],
    build: {
      target: 'node20.18',
      outDir: out('main'),
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          station: resolve(root, 'electron/station/main.ts'),
          carrier: resolve(root, 'electron/carrier/main.ts'),
        },
        output: { minify },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: out('preload'),
      externalizeDeps: false,
      // A sandboxed preload cannot import, so each is one CommonJS file, and they share nothing that runs.
      rolldownOptions: {
        input: {
          preload: resolve(root, 'electron/preload.ts'),
          'key-preload': resolve(root, 'electron/key-preload.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    build: {
      target: 'chrome130',
      outDir: out('renderer'),
      modulePreload: { polyfill: false },
      // The page of the security key stands alone, and shares nothing either: the first screen waits for no more files.
      rolldownOptions: {
        input: { index: resolve(root, 'renderer/index.html'), touch: resolve(root, 'renderer/touch/touch.html') },
        output: { minify },
      },
    },
    plugins: [svelte({ configFile: resolve(root, 'build/svelte.config.js') })],
  },
});
