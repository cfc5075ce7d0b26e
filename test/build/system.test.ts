// A machine is made up from a folder of commands: what the set-up says and does there, with and without apt.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandFor, inWords, packageNames } from '../../build/electron-host/lack.ts';

const isRoot = process.getuid?.() === 0;
const NO_LIBRARIES = `#!/bin/sh
[ -e "$MACHINE/installed" ] || printf '\\tlibone.so.0 => not found\\n\\tlibtwo.so.6 => not found\\n'
`;
const APT = `#!/bin/sh
echo "$@" >> "$MACHINE/asked"
echo "debconf: delaying package configuration" >&2
[ "$1" = update ] || : > "$MACHINE/installed"
`;
const APT_WITHOUT_NET = '#!/bin/sh\necho "E: Could not resolve the archive" >&2\nexit 100\n';
const ONLY_NEW_NAMES =
  '#!/bin/sh\nfor name; do case "$name" in *t64) printf "Package: %s\\nVersion: 1\\n\\n" "$name";; esac; done\nexit 100\n';

let machine = '';

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'sallyport-machine-'));
  symlinkSync('/bin/sh', join(machine, 'sh'));
  put('ldd', NO_LIBRARIES);
});
afterEach(() => {
  rmSync(machine, { recursive: true, force: true });
});

function put(command: string, script: string): void {
  writeFileSync(join(machine, command), script);
  chmodSync(join(machine, command), 0o755);
}

/** Runs the step on that machine, which has a screen unless `env` says otherwise. */
function prepare(compiler: boolean, env: Readonly<Record<string, string>> = { DISPLAY: ':7' }) {
  const module = resolve(import.meta.dirname, '../../build/electron-host/system.ts');
  const host = { kind: 'registry', executable: '/x/electron', dist: '/x', electron: '33.2.1', napi: 9 };
  const script = `
    const { prepareSystem } = await import(${JSON.stringify(module)});
    try { prepareSystem(${JSON.stringify(host)}, ${String(compiler)}, console.log); }
    catch (problem) { console.error(problem.message); process.exitCode = 1; }`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: machine, MACHINE: machine, ...env },
  });
}

if (process.platform !== 'linux')
  console.log('Debian packages are for Linux, so what a machine lacks is not tried here.');
if (!isRoot) console.log('Only root installs packages, so the two runs of apt are not tried here.');

describe.skipIf(process.platform !== 'linux')('what a machine lacks', () => {
  it('is named with the whole command where apt cannot be asked', () => {
    const { status, stdout, stderr } = prepare(true, {});
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('lacks 2 shared libraries (libone.so.0 and others), Xvfb, python3, make, g++.');
    expect(stderr).toContain('apt-get update && apt-get install -y --no-install-recommends libgtk-3-0 ');
    expect(stderr).toMatch(/ xvfb python3 make g\+\+'?\n$/);
  });

  it.skipIf(!isRoot)('comes from apt under the names known there, with one line before and one after', () => {
    put('apt-get', APT);
    put('apt-cache', ONLY_NEW_NAMES);
    const { status, stdout, stderr } = prepare(false);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^installing Debian packages .*\(libone\.so\.0 and others\)\ninstalled, [\d.]+ s\n$/);
    const asked = readFileSync(join(machine, 'asked'), 'utf8');
    expect(asked).toContain('libgtk-3-0t64 libnss3 libasound2t64');
    expect(asked).not.toMatch(/xvfb|g\+\+/);
  });

  it.skipIf(!isRoot)('is handed to the person, with what apt said, where apt brings nothing', () => {
    put('apt-get', APT_WITHOUT_NET);
    const { status, stderr } = prepare(false);
    expect(status).toBe(1);
    expect(stderr).toContain('apt-get did not bring libone.so.0, libtwo.so.6.\nE: Could not resolve the archive');
    expect(stderr).toMatch(/start again:\n {2}apt-get update && apt-get install -y [^\n]*libgtk-3-0 [^\n]*\n$/);
  });

  it('is not looked for twice: a machine that has all hears nothing', () => {
    writeFileSync(join(machine, 'installed'), '');
    put('apt-get', APT);
    expect(prepare(false)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(existsSync(join(machine, 'asked'))).toBe(false);
  });
});

describe('the words', () => {
  const lack = { libraries: ['libone.so.0'], commands: ['make'], packages: [['one', 'onet64'], ['make']] };

  it('name a single library, and the first name of a package that nobody knows', () => {
    expect(inWords(lack)).toBe('libone.so.0, make');
    expect(packageNames(lack, new Set())).toEqual(['one', 'make']);
    expect(packageNames(lack, new Set(['onet64']))).toEqual(['onet64', 'make']);
  });

  it('ask as the person can: as root, with sudo, or with the root password', () => {
    const line = 'apt-get update && apt-get install -y --no-install-recommends make';
    expect(commandFor(['make'], { root: true, sudo: false })).toBe(line);
    expect(commandFor(['make'], { root: false, sudo: true })).toBe(`sudo sh -c '${line}'`);
    expect(commandFor(['make'], { root: false, sudo: false })).toBe(`su - -c '${line}'`);
  });
});
