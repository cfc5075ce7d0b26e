// A small tree of its own, outside the sources, in which the real guards are run against planted breaches.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly ok: boolean;
  /** What a tool reports. */
  readonly report: string;
  /** The report, and what was said beside it. */
  readonly output: string;
}

export interface PlantedTree {
  /** Runs a script of node_modules in the tree. */
  run(script: string, args: readonly string[]): Ran;
  remove(): void;
}

/** Writes the files beside a copy of build/, with the packages linked in. */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-guards-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const name of ['build', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return {
    run(script, args): Ran {
      const command = [join(folder, 'node_modules', script), ...args];
      const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
      return { ok: status === 0, report: stdout, output: stdout + stderr };
    },
    remove(): void {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
