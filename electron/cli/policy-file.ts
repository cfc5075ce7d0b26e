import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadPack, type LoadedPack } from '../../policy/packs/load-pack.ts';
import type { Pack } from '../../policy/packs/pack.ts';
import { packInForce } from '../../services/pack-in-force.ts';
import { parseLine } from './json-lines.ts';

/** Reads and checks a pack's file; null where it cannot be read at all. */
export async function readPackFile(path: string): Promise<LoadedPack | null> {
  const text = await readFile(resolve(path), 'utf8').catch(() => null);
  if (text === null) return null;
  const json = parseLine(text.replace(/^\uFEFF/, ''));
  return json === undefined ? { ok: false, problems: ['the file is not JSON'] } : loadPack(json);
}

export function notReadable(path: string): string {
  return `"${path}" cannot be read. Look at its name and whether you may read it.`;
}

/** The pack of a file where one is named, otherwise the shipped one; or a sentence, for a pack with a fault opens nothing. */
export async function packFor(
  path: string | undefined,
): Promise<{ readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly sentence: string }> {
  if (path === undefined) return { ok: true, pack: packInForce().pack };
  const loaded = await readPackFile(path);
  if (loaded === null) return { ok: false, sentence: notReadable(path) };
  if (loaded.ok) return loaded;
  const more = loaded.problems.length - 1;
  const rest = more === 0 ? '' : ` and ${String(more)} more`;
  return {
    ok: false,
    sentence: `"${path}" is no pack to judge by: ${loaded.problems[0] ?? ''}${rest}. See policy check.`,
  };
}
