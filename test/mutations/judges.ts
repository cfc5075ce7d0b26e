// Three judges of one mutation: the command, the page, and openssl with a shell.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verifyPath } from '../../services/verify/verify-path.ts';
import type { FreePlace } from './free-places.ts';
import type { Verdict } from '../../proof/verify/verdict.ts';
import type { Base, Mutation } from './mutation.ts';
import { PageJudge, type JudgedByPage } from './page-judge.ts';

const SCRIPTS = resolve(import.meta.dirname, '../conformance');

export interface Judged {
  readonly name: string;
  readonly free?: FreePlace;
  readonly command: boolean;
  readonly page: boolean;
  /** Undefined where the shell was not asked. */
  readonly shell?: boolean;
  /** What the command found first, and what the shell said last. */
  readonly said: readonly string[];
}

interface ByShell {
  readonly ok: boolean;
  readonly said: string;
}

function runScript(script: string, path: string, root: string): Promise<ByShell> {
  return new Promise((settle) => {
    execFile('sh', [join(SCRIPTS, script), path, root], { encoding: 'utf8' }, (error, stdout, stderr) => {
      settle({ ok: error === null, said: `${stdout}${stderr}`.trim().split('\n').at(-1) ?? '' });
    });
  });
}

/** Lays a bundle down as a person would have it. */
export function lay({ bundle }: Mutation, into: string): string {
  if (bundle.kind === 'zip') {
    writeFileSync(join(into, 'copies.zip'), bundle.zip);
    return join(into, 'copies.zip');
  }
  const folder = join(into, 'record');
  mkdirSync(folder);
  for (const [name, content] of bundle.files) writeFileSync(join(folder, name), content);
  return folder;
}

const page = new PageJudge();

/** What was found first, what the shell said last, and whether the page says other words than the command. */
function saidOf({ checks }: Verdict, shell: ByShell | undefined, { rows }: JudgedByPage): readonly string[] {
  const found = checks.map((check) => [check.ok, check.detail] as const);
  const alike = JSON.stringify(rows) === JSON.stringify(found) ? [] : ['the page says other words'];
  const first = checks.find((check) => !check.ok);
  return [first === undefined ? '' : `${first.name}: ${first.detail}`, shell?.said ?? '', ...alike];
}

/** @param withShell whether openssl and a shell judge it too, which takes some hundred processes */
export async function judgeMutation(mutation: Mutation, base: Base, withShell: boolean): Promise<Judged> {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-mutation-'));
  const { bundle, ...told } = mutation;
  try {
    const path = lay(mutation, work);
    const { root } = bundle.kind === 'zip' ? bundle : base;
    const script = bundle.kind === 'zip' ? 'verify-zip.sh' : 'verify-copy.sh';
    const asked = withShell ? runScript(script, path, root) : undefined;
    const verdict = await verifyPath([path], { root });
    const onPage = await page.judge(bundle, root);
    const shell = await asked;
    const judged = { ...told, command: verdict.ok, page: onPage.ok, said: saidOf(verdict, shell, onPage) };
    return shell === undefined ? judged : { ...judged, shell: shell.ok };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What is wrong with the judges' verdict; undefined where they agree and nothing passes that should not. */
export function wrongIn({ name, free, command, page: onPage, shell, said }: Judged): string | undefined {
  const told = `${name}: ${JSON.stringify({ command, page: onPage, shell, said })}`;
  if (command !== onPage || (shell !== undefined && shell !== command)) return `the judges differ on ${told}`;
  if (said.length > 2) return `the page says other words of ${told}`;
  return command && free === undefined ? `nobody refuses ${told}` : undefined;
}
