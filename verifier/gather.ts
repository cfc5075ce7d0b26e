import { RECORD_FILE, WAY_FILES } from '../proof/bundle.ts';
import { fail, MOST_BYTES, type Finding } from '../proof/verify/finding.ts';
import { belongs } from '../proof/verify/folder.ts';
import type { Given, GivenFile } from '../proof/verify/verify.ts';
import { MOST_ZIP_BYTES } from '../proof/verify/zip.ts';

async function bytesOf(file: File, most: number): Promise<Uint8Array | Finding> {
  if (file.size > most) return fail('format', 'far too large for a record');
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return fail('format', 'there is no such file, or it may not be read');
  }
}

export async function givenFile(file: File): Promise<GivenFile> {
  return { path: file.name, content: await bytesOf(file, MOST_ZIP_BYTES) };
}

/** A folder with what lies right in it; what belongs to no record is named, not read. */
async function folderOf(path: string, files: readonly File[]): Promise<Given> {
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const notRead = { name: 'other files', ok: true, detail: 'not read' } as const;
  const read = async (file: File): Promise<GivenFile> => ({
    path: file.name,
    content: belongs(file.name) ? await bytesOf(file, MOST_BYTES) : notRead,
  });
  return { path, files: await Promise.all(sorted.map(read)) };
}

/** Whether these are the files of one record, picked one by one out of their folder. */
function areOneRecord(files: readonly File[]): boolean {
  const loose = /\.(pem|tlog-proof)$/;
  return (
    files.some(({ name }) => name === RECORD_FILE) &&
    files.some(({ name }) => name !== RECORD_FILE && !WAY_FILES.includes(name) && !loose.test(name))
  );
}

/** Files that were picked: by folder where they were picked with their folder. */
export async function givenFiles(files: readonly File[]): Promise<readonly Given[]> {
  const folders = Map.groupBy(files, ({ webkitRelativePath: path }) => path.split('/').slice(0, -1).join('/'));
  const given: Given[] = [];
  for (const [folder, inside] of folders) {
    if (folder !== '') given.push(await folderOf(folder, inside));
    else if (areOneRecord(inside)) given.push(await folderOf('files', inside));
    else given.push(...(await Promise.all(inside.map(givenFile))));
  }
  return given;
}

function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  return new Promise((resolve, reject) => {
    const all: FileSystemEntry[] = [];
    // A browser hands out a hundred at a time, and none at the end.
    const more = (): void => {
      reader.readEntries((some) => {
        all.push(...some);
        if (some.length === 0) resolve(all);
        else more();
      }, reject);
    };
    more();
  });
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** What was dropped. Must be called while the drop is handled: afterwards the browser forgets what it was. */
export async function givenByDrop(transfer: DataTransfer): Promise<readonly Given[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files = await Promise.all(entries.filter(isFile).map(fileOf));
  const folders: Given[] = [];
  for (const folder of entries.filter(isFolder)) {
    const inside = (await entriesIn(folder)).filter(isFile);
    folders.push(await folderOf(folder.name, await Promise.all(inside.map(fileOf))));
  }
  return [...folders, ...(await givenFiles(files))];
}
