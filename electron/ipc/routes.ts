import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { Reply } from '../../contract/reply.ts';
import type { KeyAsk } from '../../contract/security-key.ts';
import { isObject } from '../../policy/packs/shape.ts';
import { PLACES, type Place } from '../shell/clipboard-guard.ts';
import { readAsk } from './key-ask.ts';

type Route = (input: unknown) => Promise<Reply<unknown>>;

/** What the shell's functions need; each is handed in, so that this list says only who may ask for what. */
export interface ShellWork {
  readonly window: () => BrowserWindow | undefined;
  readonly setDock: (on: boolean) => void;
  readonly savePdf: (name: string) => Promise<Reply<string>>;
  /** Answers given on the command line in place of a dialog. */
  readonly chosen: { readonly file?: string | undefined; readonly folder?: string | undefined };
  readonly documents: () => string;
  readonly sealedCopied: (place: Place, text: string) => void;
  readonly leaveNow: () => void;
  readonly askKey: (asked: KeyAsk) => Promise<Reply<unknown>>;
}

const REFUSED: Reply<never> = { ok: false, refusals: [{ code: 'wrong-value' }] };
const NOTHING: Reply<null> = { ok: true, value: null };

const ALL_FILES = { name: 'All files', extensions: ['*'] };

function oneFile(title: string, kind: { name: string; extensions: string[] }): OpenDialogOptions {
  return {
    title,
    buttonLabel: 'Choose file',
    filters: [kind, ALL_FILES],
    properties: ['openFile', 'dontAddToRecent'],
  };
}

const FILES: ReadonlyMap<unknown, OpenDialogOptions> = new Map([
  [
    'import',
    oneFile('Choose the file to import', { name: 'Exports of a records system', extensions: ['csv', 'txt', 'gz'] }),
  ],
  [
    'scan',
    oneFile('Choose the scan to seal', { name: 'Scans', extensions: ['pdf', 'png', 'jpg', 'jpeg', 'tif', 'tiff'] }),
  ],
  [
    'chain',
    oneFile('Choose what the authority sent', { name: 'Certificates', extensions: ['pem', 'crt', 'cer', 'txt'] }),
  ],
  ['policy', oneFile('Choose the policy pack', { name: 'Policy packs', extensions: ['json'] })],
]);

const FOLDERS: ReadonlyMap<unknown, string> = new Map([
  ['export', 'Choose where the signed record goes'],
  ['backup', 'Choose the folder or stick of the backups'],
  ['recovery', 'Choose where the recovery files go'],
  ['scan', 'Choose where the copy of the scan goes'],
  ['request', 'Choose the stick for the request'],
]);

async function choose(work: ShellWork, options: OpenDialogOptions): Promise<Reply<string | null>> {
  const window = work.window();
  if (window === undefined) return NOTHING;
  const { filePaths } = await dialog.showOpenDialog(window, { defaultPath: work.documents(), ...options });
  return { ok: true, value: filePaths[0] ?? null };
}

function chooseFile(work: ShellWork): Route {
  return async (purpose) => {
    const options = FILES.get(purpose);
    if (options === undefined) return REFUSED;
    if (work.chosen.file !== undefined) return { ok: true, value: work.chosen.file };
    return choose(work, options);
  };
}

function chooseFolder(work: ShellWork): Route {
  return async (purpose) => {
    const title = FOLDERS.get(purpose);
    if (title === undefined) return REFUSED;
    if (work.chosen.folder !== undefined) return { ok: true, value: work.chosen.folder };
    return choose(work, {
      title,
      buttonLabel: 'Choose folder',
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
    });
  };
}

/** Shows where a file lies; it never opens one, since opening runs whatever the system holds fit. */
function showFolder(path: unknown): Promise<Reply<unknown>> {
  if (typeof path !== 'string' || !isAbsolute(path) || !existsSync(path)) return Promise.resolve(REFUSED);
  shell.showItemInFolder(path);
  return Promise.resolve(NOTHING);
}

function keepSealed(work: ShellWork): Route {
  return (asked) => {
    if (!isObject(asked) || typeof asked['text'] !== 'string') return Promise.resolve(REFUSED);
    const place = PLACES.find((one) => one === asked['place']);
    if (place === undefined) return Promise.resolve(REFUSED);
    work.sealedCopied(place, asked['text']);
    return Promise.resolve(NOTHING);
  };
}

function askKey(work: ShellWork, kind: KeyAsk['kind']): Route {
  return (input) => {
    const asked = readAsk(kind, input);
    return asked === null ? Promise.resolve(REFUSED) : work.askKey(asked);
  };
}

/** The shell's functions, by the names that the bridge uses. */
export function shellRoutes(work: ShellWork): ReadonlyMap<string, Route> {
  return new Map<string, Route>([
    ['chooseFile', chooseFile(work)],
    ['chooseFolder', chooseFolder(work)],
    ['savePdf', (name) => (typeof name === 'string' ? work.savePdf(name) : Promise.resolve(REFUSED))],
    [
      'setDock',
      (on) => {
        if (typeof on !== 'boolean') return Promise.resolve(REFUSED);
        work.setDock(on);
        return Promise.resolve(NOTHING);
      },
    ],
    ['showFolder', showFolder],
    ['sealedCopied', keepSealed(work)],
    ['makeKey', askKey(work, 'make')],
    ['touchKey', askKey(work, 'touch')],
    [
      'leaveNow',
      () => {
        work.leaveNow();
        return Promise.resolve(NOTHING);
      },
    ],
  ]);
}
