import { MANIFEST_SIGNATURE, MANIFEST_TYPE } from '../bundle.ts';
import { hexOf, textOf } from '../bytes.ts';
import type { Expected } from './chain.ts';
import { sha256 } from './digest.ts';
import { fail, pass, type Files, type Finding } from './finding.ts';
import { isText } from './shape.ts';
import { checkStatement } from './statement.ts';

const NAME = 'manifest';
const SIGNED = 'manifest signature';

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

/** Whether the station signed this very list; whoever takes a copy out has to change it. */
async function checkSigned(list: Uint8Array, files: Files, root: Expected | undefined): Promise<Finding> {
  const signature = files.get(MANIFEST_SIGNATURE);
  if (signature === undefined) return fail(SIGNED, `there is no ${MANIFEST_SIGNATURE}: the list may be another`);
  const { findings, told } = await checkStatement(textOf(signature), MANIFEST_TYPE, root);
  const wrong = findings.find(({ ok }) => !ok);
  if (wrong !== undefined || told === undefined) return fail(SIGNED, `${MANIFEST_SIGNATURE}: ${wrong?.detail ?? ''}`);
  return told['manifest'] === hexOf(await sha256(list))
    ? pass(SIGNED, 'the list is the one that the station signed')
    : fail(SIGNED, 'the list is not the one that the station signed');
}

/** Holds a zip against the list in it: the station signed the list, every file that is named is there, and no other. */
export async function checkManifest(list: Uint8Array, files: Files, root?: Expected): Promise<readonly Finding[]> {
  return [await checkSigned(list, files, root), await checkListed(list, files)];
}

async function checkListed(list: Uint8Array, files: Files): Promise<Finding> {
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
