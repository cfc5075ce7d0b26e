/** What the station process needs to know of the machine: its time zone, its language and where temporary files go. */
const HANDED_ON = [
  'TZ',
  'LANG',
  'LC_ALL',
  'HOME',
  'USERPROFILE',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
  'WINDIR',
] as const;

/**
 * The environment of the process that holds the keys. Everything else stays behind: a variable such as `NODE_OPTIONS`
 * would bring foreign code into it.
 */
export function stationEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  const handed: Record<string, string> = {};
  for (const name of HANDED_ON) {
    const value = own[name];
    if (value !== undefined && value !== '') handed[name] = value;
  }
  return handed;
}
