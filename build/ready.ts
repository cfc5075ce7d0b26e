// All that must be in place before the app can run from its built files.
import { type Host, resolveHost } from './electron-host/host.ts';
import type { Log } from './electron-host/log.ts';
import { prepareSystem } from './electron-host/system.ts';
import { mustCompile, placeAddon } from './native/addon.ts';
import { buildWhereStale } from './built.ts';

/** Each step does nothing where its result stands already, so a second start takes seconds. */
export async function makeReady(log: Log): Promise<Host> {
  const host = await resolveHost(log);
  prepareSystem(host, mustCompile(host), log);
  placeAddon(host, log);
  buildWhereStale(log);
  return host;
}
