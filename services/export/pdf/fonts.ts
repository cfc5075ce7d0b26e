import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';

/** DejaVu covers Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian and Georgian letters. */
export interface Fonts {
  readonly body: Font;
  readonly bold: Font;
  readonly code: Font;
}

/** In the built app the files lie beside the code, from sources in the package. */
async function fontFile(name: string): Promise<Uint8Array> {
  try {
    return await readFile(new URL(`data/${name}`, import.meta.url));
  } catch {
    return readFile(new URL(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`)));
  }
}

const fontOf = async (name: string): Promise<Font> => create(await fontFile(name));

let read: Promise<Fonts> | undefined;

async function readFonts(): Promise<Fonts> {
  const [body, bold, code] = await Promise.all(
    ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSansMono.ttf'].map(fontOf),
  );
  if (body === undefined || bold === undefined || code === undefined) throw new RangeError('fonts');
  return { body, bold, code };
}

/** The fonts of every page, read and parsed once: that is most of the work on a page. */
export function loadFonts(): Promise<Fonts> {
  read ??= readFonts();
  return read;
}
