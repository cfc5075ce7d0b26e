import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { CALL_NAMES } from '../../contract/call-names.ts';
import type { Reply } from '../../contract/reply.ts';
import { fits, LARGEST_INPUT } from './input-size.ts';
import { fromOurPage } from './sender.ts';

/** What a page's call meets on its way. */
export interface Doors {
  readonly origin: string;
  /** The page that may call; none before the window stands. */
  readonly page: () => WebContents | undefined;
  /** Hands a call on to the station process. */
  readonly station: (client: string, name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Functions of the shell, by name. */
  readonly routes: ReadonlyMap<string, (input: unknown) => Promise<Reply<unknown>>>;
  /** Tells of something unexpected, without its content; answers the incident's number. */
  readonly report: (thrown: unknown, place: string) => string;
}

type Handler = (client: string, name: string, input: unknown) => Promise<Reply<unknown>>;

const KNOWN: ReadonlySet<string> = new Set(CALL_NAMES);
const UNKNOWN: Reply<never> = { ok: false, refusals: [{ code: 'unknown-call' }] };
const TOO_LARGE: Reply<never> = { ok: false, refusals: [{ code: 'wrong-value', params: { limit: LARGEST_INPUT } }] };

/** Under which name a page is known to the station. */
export function clientOf(page: WebContents): string {
  return `window-${String(page.id)}`;
}

function guarded(doors: Doors, handler: Handler) {
  return async (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Reply<unknown>> => {
    try {
      if (!fromOurPage(event, doors.page(), doors.origin)) {
        doors.report(undefined, 'sender');
        return UNKNOWN;
      }
      if (typeof name !== 'string') return UNKNOWN;
      if (!fits(input)) return TOO_LARGE;
      return await handler(clientOf(event.sender), name, input);
    } catch (thrown) {
      const incident = doors.report(thrown, 'ipc');
      return { ok: false, refusals: [{ code: 'fault', params: { incident } }] };
    }
  };
}

/** Opens the two doors of the preload: sender, name and size first, then the station or the shell. Nothing throws across. */
export function handleCalls(doors: Doors): void {
  ipcMain.handle(
    'sallyport:call',
    guarded(doors, (client, name, input) =>
      KNOWN.has(name) ? doors.station(client, name, input) : Promise.resolve(UNKNOWN),
    ),
  );
  ipcMain.handle(
    'sallyport:shell',
    guarded(doors, (_client, name, input) => doors.routes.get(name)?.(input) ?? Promise.resolve(UNKNOWN)),
  );
}
