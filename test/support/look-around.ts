import type { LaunchedApp } from './launch.ts';
import { findViolations, overhang, picture, resize, THEMES } from './look.ts';

/** Both themes and the dock, a picture each: what axe says and what stands beyond the edge; empty where all is well. */
export async function lookAround(launched: LaunchedApp, folder: string, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of THEMES) {
    await launched.page.emulateMedia({ colorScheme });
    found.push(...(await findViolations(launched)).map((violation) => `${name}, ${colorScheme}: ${violation}`));
    await picture(launched, folder, `${name}-${colorScheme}`);
  }
  await launched.page.emulateMedia({ colorScheme: 'light' });
  await resize(launched, 420, 768);
  const beyond = await overhang(launched);
  await picture(launched, folder, `${name}-dock`);
  await resize(launched, 1366, 768);
  return beyond > 0 ? [...found, `${name} in the dock: ${String(beyond)} px beyond the edge`] : found;
}
