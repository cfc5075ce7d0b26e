import { hexOf } from '../bytes.ts';
import { sha256 } from './digest.ts';
import { fail, pass, type Files, type Finding } from './finding.ts';
import { isText } from './shape.ts';

const NAME = 'manifest';

interface Listed {
  readonly export: string;
  /** SHA-256 in hex, by name. */
  readonly files: Readonly<Record<string, string>>;
}

function isListed(value: unknown): value is Listed {
  if (typeof value !== 'object' || value === null || !('export' in value) || !('files' in value)) return false;
  const { files } = value;
  return isText(value.export) && typeof files === 'object' && files !== null && Object.values(files).every(isText);
}

/** What the list names; undefined where it cannot be read. */
function readManifest(content: Uint8Array): readonly Listed[] | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    const copies: unknown = typeof value === 'object' && value !== null && 'copies' in value ? value.copies : undefined;
    return Array.isArray(copies) && copies.every(isListed) ? copies : undefined;
  } catch {
    return undefined;
  }
}

/** Every file as a path in the zip, with its digest. */
function pathsOf(copies: readonly Listed[]): ReadonlyMap<string, string> {
  return new Map(
    copies.flatMap(({ export: folder, files }) =>
      Object.entries(files).map(([name, digest]) => [`${folder}/${name}`, digest] as const),
    ),
  );
}

/** Holds a zip against the list in it: every file that is named is there as it was, and no other. */
export async function checkManifest(list: Uint8Array, files: Files): Promise<Finding> {
  const copies = readManifest(list);
  if (copies === undefined) return fail(NAME, 'the list of the copies cannot be read');
  const listed = pathsOf(copies);
  for (const [path, digest] of listed) {
    const content = files.get(path);
    if (content === undefined) return fail(NAME, `${path} is named in the list and not in the zip`);
    if (hexOf(await sha256(content)) !== digest) return fail(NAME, `${path} is not the one that the list names`);
  }
  const strange = [...files.keys()].find((path) => path.includes('/') && !listed.has(path));
  return strange === undefined
    ? pass(NAME, `the zip holds the ${String(copies.length)} copies of its list, and no other`)
    : fail(NAME, `${strange} is in the zip and not in the list`);
}
