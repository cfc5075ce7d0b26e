import { execFileSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newStick, type Stick } from '../support/backups.ts';
import { copyOf, NEW, newLostStation, SECRETS, signIn, type LostStation } from './lost-station.ts';
import { runCliAs, runCliWith, type Ran } from './run-cli.ts';

let lost: LostStation;
let stick: Stick;
beforeAll(async () => {
  lost = await newLostStation();
  stick = newStick();
}, 120_000);
afterAll(() => {
  lost.remove();
  stick.remove();
});

interface Given {
  readonly secrets?: readonly string[];
  readonly started?: (child: ChildProcess) => void;
}

function restore(folder: string, { secrets, started }: Given = {}): Promise<Ran> {
  const where = ['--user', 'chief', '--recovery', lost.recoveryFolder, '--reason', 'The machine burned.'];
  const said = [...(secrets ?? [lost.recoveryKey, NEW, NEW]), ''].join('\n');
  return runCliWith(['restore', stick.folder, ...where, '--data', folder], said, started);
}

describe('sallyport backup and restore', { timeout: 120_000 }, () => {
  it('bring a lost station back into an empty folder', async () => {
    const folder = copyOf(lost);
    const made = await runCliAs('chief', folder, ['backup', stick.folder]);
    expect([made.code, JSON.parse(made.out)]).toMatchObject([0, { ok: true, dropped: [] }]);
    rmSync(folder, { recursive: true });
    const empty = join(lost.work, 'empty');
    const { code, out, err } = await restore(empty);
    expect([code, JSON.parse(out)]).toMatchObject([0, { ok: true, missing: 0, orders: 0, withoutSlot: ['clerk'] }]);
    expect(err).toMatch(
      /^Exampleton Police is back as of .* M[.] Fiction signs in as chief with the new passphrase[.]/,
    );
    expect([out, err].join()).not.toMatch(SECRETS);
    expect(await signIn(empty, NEW)).toBe('in');
    const again = await restore(empty);
    expect([again.code, JSON.parse(again.out)]).toMatchObject([1, { refusals: [{ code: 'station-exists' }] }]);
  });

  it.skipIf(platform() === 'win32')('leaves nothing half made where somebody ends it at the keyboard', async () => {
    const [empty, root] = [join(lost.work, 'ended'), join(stick.folder, 'sallyport-backups-MA0EX0100')];
    const [name = ''] = readdirSync(root).filter((one) => one.startsWith('2'));
    const records = join(root, name, 'records.db');
    renameSync(records, `${records}.kept`);
    // Nobody who opens it comes back.
    execFileSync('mkfifo', [records]);
    const started = (child: ChildProcess): void => {
      const looking = setInterval(() => {
        if (!existsSync(join(empty, 'station-in-making'))) return;
        clearInterval(looking);
        child.kill('SIGINT');
      }, 50);
    };
    const { code, out } = await restore(empty, { started });
    renameSync(`${records}.kept`, records);
    expect([code, JSON.parse(out)]).toMatchObject([1, { refusals: [{ code: 'cancelled' }] }]);
    expect(readdirSync(empty).filter((one) => !one.startsWith('station.lock'))).toEqual([]);
  });

  it('say what is missing, and change nothing', async () => {
    const nowhere = join(lost.work, 'nowhere');
    const different = await restore(nowhere, { secrets: [lost.recoveryKey, NEW, 'another'] });
    expect([different.code, different.err]).toEqual([2, expect.stringMatching(/not the same/)]);
    const wrong = await restore(nowhere, { secrets: ['0000-0000', NEW, NEW] });
    expect([wrong.code, JSON.parse(wrong.out)]).toMatchObject([1, { refusals: [{ code: 'wrong-recovery-key' }] }]);
    const auditor = await runCliAs('clerk', copyOf(lost), ['backup', stick.folder]);
    expect([auditor.code, JSON.parse(auditor.out)]).toMatchObject([1, { refusals: [{ code: 'role-not-allowed' }] }]);
  });
});
