import { MANIFEST_FILE, MANIFEST_SIGNATURE } from '../bundle.ts';
import type { Expected } from './chain.ts';
import { fail, pass, type Files, type Finding } from './finding.ts';
import { belongs, checkFolder } from './folder.ts';
import { checkManifest } from './manifest.ts';
import type { Looked } from './verdict.ts';
import { readZip } from './zip.ts';

const NO_LIST = `there is no ${MANIFEST_FILE}: nobody can tell whether copies were taken out`;

interface Asked {
  readonly root: Expected | undefined;
  /** What is looked at besides in each record. */
  readonly each: (files: Files) => Promise<readonly Finding[]>;
}

/** Files of a zip by folder; those at its top under ''. */
function folders(files: Files): ReadonlyMap<string, Files> {
  const found = new Map<string, Map<string, Uint8Array>>();
  for (const [path, content] of files) {
    const at = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(at, 0));
    const inside = found.get(folder) ?? new Map<string, Uint8Array>();
    found.set(folder, inside.set(path.slice(at + 1), content));
  }
  return found;
}

/** Whether all copies are there: by the list, if there is one. */
async function checkWhole(files: Files, root: Expected | undefined, isEmpty: boolean): Promise<readonly Finding[]> {
  const list = files.get(MANIFEST_FILE);
  if (list !== undefined) return checkManifest(list, files, root);
  if (files.has(MANIFEST_SIGNATURE)) return [fail('manifest', NO_LIST)];
  return isEmpty ? [fail('zip', 'there is no record in it')] : [pass('manifest', NO_LIST)];
}

/** Checks each record in a zip, in memory. */
export async function checkZip(path: string, zip: Uint8Array, { root, each }: Asked): Promise<readonly Looked[]> {
  const files = await readZip(zip);
  if ('ok' in files) return [{ path, findings: [files] }];
  const looked: Looked[] = [];
  for (const [folder, inside] of folders(files)) {
    const known = new Map([...inside].filter(([name]) => belongs(name)));
    const others = [...inside.keys()].filter((name) => !known.has(name));
    if (known.size === 0) continue;
    const findings = [...(await checkFolder(known, others, root)), ...(await each(known))];
    looked.push({ path: folder === '' ? path : `${path}/${folder}`, findings });
  }
  return [...looked, { path, findings: await checkWhole(files, root, looked.length === 0) }];
}
