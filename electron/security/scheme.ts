import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { CONTENT_POLICY } from './content-policy.ts';
import { fileFor } from './page-file.ts';

/** The only origin that a page of ours has. */
export const ORIGIN = 'app://bundle';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** One built file, with the walls of the page that it belongs to. */
export async function answerFile(file: string, policy: string): Promise<Response> {
  try {
    return new Response(await readFile(file), {
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
  } catch {
    return new Response('not found', { status: 404 });
  }
}

/** Serves the built page, read-only, and nothing else. */
export function serveScheme(session: Session, folder: string): void {
  session.protocol.handle('app', (request) => {
    const file = request.method === 'GET' ? fileFor(folder, request.url) : null;
    return file === null ? new Response('refused', { status: 403 }) : answerFile(file, CONTENT_POLICY);
  });
}
