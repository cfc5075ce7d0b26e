import { app, session, type Session } from 'electron';

/** Chromium writes neither cache nor dump nor shader files: a dump of a page's memory would be a copy of records. */
export function leaveNoFiles(): void {
  for (const name of ['disable-http-cache', 'disable-gpu-shader-disk-cache', 'disable-breakpad']) {
    app.commandLine.appendSwitch(name);
  }
}

/** A session held in memory: no cookies, storage, cache or typed text on disk. Its name has no `persist:` for that. */
export function memorySession(): Session {
  return session.fromPartition('sallyport', { cache: false });
}
