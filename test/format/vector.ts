// One published test vector: a folder with the files that are handed in, and vector.json, which says what to make of them.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { verifyPath } from '../../services/verify/verify-path.ts';
import type { Verdict } from '../../proof/verify/verdict.ts';

export const FORMAT = resolve(import.meta.dirname, '../../docs/format');
const NAME = 'vector.json';

const shape = z.strictObject({
  /** What this is, in words. */
  what: z.string(),
  /** Paths that are handed in together, from the vector's folder. */
  give: z.array(z.string()),
  /** The fingerprint that the verifier knows, and the head and the list that it trusts. */
  root: z.string().optional(),
  checkpoint: z.string().optional(),
  crl: z.string().optional(),
  ok: z.boolean(),
  /** The checks that fail, by name, each with the sentence of this program; other verifiers have words of their own. */
  fails: z.array(z.strictObject({ check: z.string(), says: z.string() })),
});
export type Vector = z.output<typeof shape>;

export interface NamedVector extends Vector {
  /** `refused/alg-none` */
  readonly name: string;
}

export function judge({ name, give, root, checkpoint, crl }: Omit<NamedVector, 'ok' | 'fails'>): Promise<Verdict> {
  const at = (path: string): string => join(FORMAT, name, path);
  return verifyPath(give.map(at), {
    ...(root === undefined ? {} : { root }),
    ...(checkpoint === undefined ? {} : { checkpoint: at(checkpoint) }),
    ...(crl === undefined ? {} : { crl: at(crl) }),
  });
}

export function failuresOf({ checks }: Verdict): Vector['fails'] {
  return checks.filter(({ ok }) => !ok).map(({ name, detail }) => ({ check: name, says: detail }));
}

export type FilesOfVector = Readonly<Record<string, string | Uint8Array>>;

type Told = Omit<NamedVector, 'ok' | 'fails'> & {
  /** Check that fails first; undefined where all hold. */
  readonly expected?: string;
};

/** Writes one vector. Throws where this program does not judge it as whoever made it meant. */
export async function writeVector({ expected, ...told }: Told, files: FilesOfVector): Promise<void> {
  const { name, ...rest } = told;
  for (const [path, content] of Object.entries(files)) {
    const file = join(FORMAT, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const verdict = await judge(told);
  const fails = failuresOf(verdict);
  if (fails[0]?.check !== expected) throw new Error(`${name}: ${JSON.stringify(fails)}`);
  const text = `${JSON.stringify({ ...rest, ok: verdict.ok, fails }, null, 2)}\n`;
  writeFileSync(join(FORMAT, name, NAME), text);
}

/** Every file in a folder, by its path from there. */
export function filesIn(folder: string, under = ''): FilesOfVector {
  const entries = readdirSync(folder)
    .sort()
    .flatMap((name): [string, string | Uint8Array][] => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return Object.entries(filesIn(path, `${under}${name}/`));
      return name === 'verify.html' ? [] : [[`${under}${name}`, readFileSync(path)]];
    });
  return Object.fromEntries(entries);
}

export function allVectors(): readonly NamedVector[] {
  const found = readdirSync(FORMAT, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(NAME));
  return found.sort().map((path) => {
    const read = shape.parse(JSON.parse(readFileSync(join(FORMAT, path), 'utf8')));
    return { ...read, name: dirname(path) };
  });
}
