import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExitCode, Io } from '../../../electron/cli/command.ts';
import { forkCarrier } from '../../../electron/carrier/fork.ts';
import { verifyCommand } from '../../../electron/cli/verify-command.ts';
import { issue, makeRecord } from '../export/made-record.ts';

let good = '';
let bad = '';
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-cli-'));
  const record = makeRecord(await issue());
  good = join(folder, 'good.sd-jwt');
  bad = join(folder, 'bad.sd-jwt');
  await writeFile(good, record);
  await writeFile(bad, `${record.slice(0, -20)}~`);
});

interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly said: string;
}

async function run(...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const said: string[] = [];
  const io: Io = {
    input: async function* () {
      yield* await Promise.resolve([]);
    },
    out: (text) => Promise.resolve(void out.push(text)),
    startCarrier: forkCarrier,
    say: (text) => void said.push(text),
  };
  const code = await verifyCommand.run(args, io);
  return { code, out: out.join(''), said: said.join('\n') };
}

describe('sallyport verify', () => {
  it('prints one report and ends with 0 where all checks hold', async () => {
    const ran = await run(good);
    expect(ran).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(ran.out)).toMatchObject({ ok: true });
    expect(JSON.parse(ran.out)).not.toHaveProperty('firstBad');
  });

  it('ends with 1 where one fails, and names the first', async () => {
    const ran = await run(good, bad);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false });
    expect(ran.out).toMatch(/"firstBad": "bad\.sd-jwt: /);
    expect((await run(join(good, 'nowhere'))).code).toBe(1);
    expect((await run(good, '--root', '00'.repeat(32))).code).toBe(1);
  });

  it('ends with 2 where it was called wrongly, with nothing on standard output', async () => {
    for (const args of [[], ['--root'], [good, '--root', 'abc'], [good, '--nothing']]) {
      const ran = await run(...args);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.said).not.toBe('');
    }
  });
});
