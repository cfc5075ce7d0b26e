import { basename } from 'node:path';
import type { CheckReport } from '../../contract/system.ts';
import type { Finding } from './finding.ts';

/** A file that was looked at and what was found in it. */
export interface Looked {
  readonly path: string;
  readonly findings: readonly Finding[];
}

function firstBad(looked: readonly Looked[]): string | undefined {
  for (const { path, findings } of looked) {
    const found = findings.find((finding) => !finding.ok);
    if (found !== undefined) {
      const where = found.at === undefined ? '' : `, byte ${String(found.at)}`;
      return `${basename(path)}: ${found.name}${where}`;
    }
  }
  return undefined;
}

/** All findings as one report, with the first bad position; names tell the file where there are several. */
export function reportOf(looked: readonly Looked[]): CheckReport {
  const checks = looked.flatMap(({ path, findings }) =>
    findings.map(({ name, ok, detail }) => ({
      name: looked.length > 1 ? `${basename(path)}: ${name}` : name,
      ok,
      detail,
    })),
  );
  const bad = firstBad(looked);
  const ok = checks.length > 0 && checks.every((check) => check.ok);
  return bad === undefined ? { ok, checks } : { ok, checks, firstBad: bad };
}
