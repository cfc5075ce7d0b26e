// Zips of the same record by the programs that a machine has; each skips with a message where it is absent.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineFiles } from '../../../services/export/bundle.ts';
import { verifyPath } from '../../../services/verify/verify-path.ts';
import { has, run } from '../../support/outside-program.ts';
import { makePdf } from '../../services/export/made-pdf.ts';
import { issue } from '../../services/export/made-record.ts';

const FOLDER = 'My copies/EXP-2026-000001 (1)';
const work = mkdtempSync(join(tmpdir(), 'sallyport-others-'));
const from = join(work, 'in');
const zip = join(work, 'made.zip');

beforeAll(async () => {
  const made = await makePdf(await issue());
  mkdirSync(join(from, FOLDER), { recursive: true });
  writeFileSync(join(from, FOLDER, 'EXP-2026-000001.pdf'), made.pdf);
  for (const { name, content } of machineFiles({ record: made.record }))
    writeFileSync(join(from, FOLDER, name), content);
  mkdirSync(join(from, '__MACOSX', FOLDER), { recursive: true });
  writeFileSync(join(from, '__MACOSX', FOLDER, '._record.sd-jwt'), 'marks of a disk');
  writeFileSync(join(from, '.DS_Store'), 'marks of a folder');
});
afterAll(() => rmSync(work, { recursive: true }));

/** Python writes to a pipe with the sizes behind each file, and to a file with the sizes before it. */
const python = (method: string, piped: boolean): readonly [string, readonly string[]] => [
  'python3',
  [
    '-c',
    `import os, sys, zipfile
class Pipe:
    def __init__(self, file): self.file = file
    def write(self, data): return self.file.write(data)
    def flush(self): self.file.flush()
with open(${JSON.stringify(zip)}, 'wb') as file:
    with zipfile.ZipFile(Pipe(file) if ${piped ? 'True' : 'False'} else file, 'w', zipfile.${method}) as made:
        for folder, folders, names in os.walk('.'):
            for name in names + folders: made.write(os.path.join(folder, name))`,
  ],
];

const MAKERS: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['zip, deflated', 'zip', ['-qr', zip, '.']],
  ['zip, stored', 'zip', ['-qr0', zip, '.']],
  ['zip, sizes behind each file', 'zip', ['-qrfd', zip, '.']],
  ['zip, without folders and attributes', 'zip', ['-qrXD', zip, '.']],
  ['7z, deflated', '7z', ['a', '-bd', '-tzip', zip, '.']],
  ['7z, stored', '7z', ['a', '-bd', '-tzip', '-mx=0', zip, '.']],
  ['jar', 'jar', ['cfM', zip, '.']],
  ['Python, deflated', ...python('ZIP_DEFLATED', false)],
  ['Python, stored', ...python('ZIP_STORED', false)],
  ['Python, into a pipe', ...python('ZIP_DEFLATED', true)],
];

describe('a zip that another program made', () => {
  it.for(MAKERS)('opens and holds: %s', async ([, command, args], { skip }) => {
    skip(!has(command), `this machine has no ${command}`);
    rmSync(zip, { force: true });
    expect(run(command, args, from)).toMatchObject({ status: 0 });
    const { ok, checks } = await verifyPath([zip]);
    expect(checks.filter((one) => !one.ok)).toEqual([]);
    expect(ok).toBe(true);
    expect(checks.some(({ name }) => name === 'EXP-2026-000001 (1): pdf')).toBe(true);
  });

  it.skipIf(!has('zip'))('is refused with a comment, encrypted, or with a link (skipped without zip)', async () => {
    const made = async (args: readonly string[]): Promise<boolean> => {
      rmSync(zip, { force: true });
      expect(run('zip', args, from)).toMatchObject({ status: 0 });
      return (await verifyPath([zip])).ok;
    };
    expect(await made(['-qr', '-P', 'word', zip, '.'])).toBe(false);
    run('ln', ['-s', '/etc/passwd', 'link'], from);
    expect(await made(['-qry', zip, '.'])).toBe(false);
    rmSync(join(from, 'link'));
    expect(await made(['-qr', zip, '.'])).toBe(true);
    run('sh', ['-c', `echo said besides | zip -qz ${zip}`], from);
    expect((await verifyPath([zip])).ok).toBe(false);
  });
});
