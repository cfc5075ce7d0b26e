import type { Finding } from './finding.ts';

/** What was found, in plain words. */
export interface Verdict {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
  /** The first check that failed, with its first bad byte where that can be told. */
  readonly firstBad?: string;
}

/** A file that was looked at and what was found in it. */
export interface Looked {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** Last name of a path, whichever system wrote it. */
export function lastName(path: string): string {
  return /[^/\\]*(?=[/\\]*$)/.exec(path)?.[0] ?? path;
}

function firstBad(looked: readonly Looked[]): string | undefined {
  for (const { path, findings } of looked) {
    const found = findings.find((finding) => !finding.ok);
    if (found !== undefined) {
      const where = found.at === undefined ? '' : `, byte ${String(found.at)}`;
      return `${lastName(path)}: ${found.name}${where}`;
    }
  }
  return undefined;
}

/** All findings as one verdict, with the first bad position; names tell the file where there are several. */
export function verdictOf(looked: readonly Looked[]): Verdict {
  const checks = looked.flatMap(({ path, findings }) =>
    findings.map(({ name, ok, detail }) => ({
      name: looked.length > 1 ? `${lastName(path)}: ${name}` : name,
      ok,
      detail,
    })),
  );
  const bad = firstBad(looked);
  const ok = checks.length > 0 && checks.every((check) => check.ok);
  return bad === undefined ? { ok, checks } : { ok, checks, firstBad: bad };
}
