import { session, type Session } from 'electron';
import { forbidRequestsBut } from './network.ts';
import { fileFor } from './page-file.ts';
import { answerFile } from './scheme.ts';

/** The page's own script, style and letters, and nothing else of any kind; no text of it ever becomes markup. */
const KEY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** All that the page is made of. */
const FILES = /^\/(?:touch\/touch\.html|assets\/(?:touch-[\w-]+\.(?:js|css)|inter-[\w-]+\.woff2))$/;

export interface KeyPage {
  readonly session: Session;
  readonly origin: string;
  readonly address: string;
}

/**
 * Security keys speak to https pages alone, so one page has an https address. It exists nowhere: in a session of its own,
 * held in memory, the program answers for every https address itself, with this page or with a refusal, and lets no other
 * request begin. Nothing of it leaves the computer.
 */
export function serveKeyPage(folder: string, host: string): KeyPage {
  const own = session.fromPartition('sallyport-key', { cache: false });
  const origin = `https://${host}`;
  forbidRequestsBut(own, origin);
  own.protocol.handle('https', (request) => {
    const { pathname } = new URL(request.url);
    const file = request.method === 'GET' && FILES.test(pathname) ? fileFor(folder, request.url, host) : null;
    return file === null ? new Response('refused', { status: 403 }) : answerFile(file, KEY_POLICY);
  });
  return { session: own, origin, address: `${origin}/touch/touch.html` };
}
