import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Reply } from '../../contract/reply.ts';
import { fileNameFrom } from './file-name.ts';

const MOST_COPIES = 1000;

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}

/** Writes beside what is there, never over it: `name.pdf`, `name (2).pdf`. */
async function writeBeside(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
    const file = join(folder, copy === 1 ? `${name}.pdf` : `${name} (${String(copy)}).pdf`);
    try {
      await writeFile(file, bytes, { flag: 'wx' });
      return file;
    } catch (thrown) {
      if (codeOf(thrown) !== 'EEXIST') throw thrown;
    }
  }
  throw new Error('too many copies');
}

/** The colour of the window would be printed into the margins, in the dark theme a black frame around each page. */
async function onWhite<T>(window: BrowserWindow, work: () => Promise<T>): Promise<T> {
  const before = window.getBackgroundColor();
  window.setBackgroundColor('#ffffff');
  try {
    return await work();
  } finally {
    if (!window.isDestroyed()) window.setBackgroundColor(before);
  }
}

/** Prints the page as shown into a PDF in `folder`; answers the file. A full disk is refused as `disk-full`. */
export async function savePdf(window: BrowserWindow, folder: string, name: string): Promise<Reply<string>> {
  const bytes = await onWhite(window, () =>
    window.webContents.printToPDF({
      pageSize: 'Letter',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    }),
  );
  try {
    await mkdir(folder, { recursive: true });
    return { ok: true, value: await writeBeside(folder, fileNameFrom(name), bytes) };
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOSPC') return { ok: false, refusals: [{ code: 'disk-full' }] };
    throw thrown;
  }
}
