import { join } from 'node:path';
import type { Files } from './copy.ts';
import { fail, type Finding } from './finding.ts';
import { belongs, checkFolder } from './folder.ts';
import type { Looked } from './verdict.ts';
import { readZip } from './zip.ts';

interface Asked {
  readonly root: string | undefined;
  /** What is looked at besides in each record. */
  readonly each: (files: Files) => readonly Finding[];
}

/** Files of a zip by folder; those at its top under ''. */
function folders(files: Files): ReadonlyMap<string, Files> {
  const found = new Map<string, Map<string, Buffer>>();
  for (const [path, content] of files) {
    const at = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(at, 0));
    const inside = found.get(folder) ?? new Map<string, Buffer>();
    found.set(folder, inside.set(path.slice(at + 1), content));
  }
  return found;
}

/** Checks each record in a zip, in memory. */
export function checkZip(path: string, zip: Buffer, { root, each }: Asked): readonly Looked[] {
  const files = readZip(zip);
  if ('ok' in files) return [{ path, findings: [files] }];
  const looked: Looked[] = [];
  for (const [folder, inside] of folders(files)) {
    const known = new Map([...inside].filter(([name]) => belongs(name)));
    const others = [...inside.keys()].filter((name) => !known.has(name));
    if (known.size === 0) continue;
    looked.push({ path: join(path, folder), findings: [...checkFolder(known, others, root), ...each(known)] });
  }
  return looked.length > 0 ? looked : [{ path, findings: [fail('zip', 'there is no record in it')] }];
}
