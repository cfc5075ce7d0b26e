/**
 * Options for better-sqlite3 with the addon of the host. Electron hands the loaded module in, for which the package's
 * types have no word; without one the package finds its own.
 */
export function withAddon<T extends object>(options: T, addon: unknown): T {
  if (addon !== undefined) Object.assign(options, { nativeBinding: addon });
  return options;
}
