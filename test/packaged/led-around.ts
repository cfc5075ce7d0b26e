// A copy of the packaged app whose entry takes the port away before the app sees it. A shipped app refuses the port, and
// without it no program could walk through its window; all else in the copy is as packaged.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';
import { z } from 'zod';

const packageFile = z.looseObject({ main: z.string() });

const TAKES_AWAY = `process.argv = process.argv.filter((word) => !word.startsWith('--remote-debugging-port'));\n`;

/** Answers the executable of the copy, which lies below `scratch`. */
export async function leadAround(executable: string, scratch: string): Promise<string> {
  const copy = join(scratch, 'led-around');
  cpSync(dirname(executable), copy, { recursive: true });
  const [archive, inside] = [join(copy, 'resources/app.asar'), join(scratch, 'inside')];
  extractAll(archive, inside);
  const file = join(inside, 'package.json');
  const own = packageFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(join(inside, 'takes-away.js'), TAKES_AWAY);
  writeFileSync(join(inside, 'entry.js'), `import './takes-away.js';\nimport './${own.main}';\n`);
  writeFileSync(file, JSON.stringify({ ...own, main: 'entry.js' }));
  await createPackageWithOptions(inside, archive, { unpack: '**/native/**' });
  rmSync(inside, { recursive: true });
  return join(copy, basename(executable));
}
