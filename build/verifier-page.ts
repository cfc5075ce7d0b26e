// Makes verify.html out of verifier/ and proof/verify: one file, readable, the same bytes each time.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

const root = resolve(import.meta.dirname, '..');
/** Where exports take it from. */
export const PAGE = resolve(root, 'services/export/data/verify.html');

const isOutput = (built: object): built is Rolldown.RolldownOutput => 'output' in built;

async function bundle(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      lib: { entry: resolve(root, 'verifier/main.ts'), formats: ['es'] },
    },
  });
  const [first] = [built].flat().filter(isOutput);
  const [chunk] = first?.output ?? [];
  if (chunk === undefined) throw new Error('The verifier page does not build.');
  return chunk.code;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** The whole page as text. */
export async function verifierPage(): Promise<string> {
  const file = (name: string): string => readFileSync(resolve(root, 'verifier', name), 'utf8');
  const script = `\n${(await bundle()).replaceAll('</script', '<\\/script')}`;
  const style = `\n${file('page.css')}`;
  const parts = { script, style, 'script-hash': hashOf(script), 'style-hash': hashOf(style) };
  return Object.entries(parts).reduce(
    (page, [name, content]) => page.split(`{{${name}}}`).join(content),
    file('page.html'),
  );
}

if (import.meta.main) writeFileSync(PAGE, await verifierPage());
