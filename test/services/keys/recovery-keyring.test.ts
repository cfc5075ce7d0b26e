import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalMessage } from '../../../policy/refusal-words.ts';
import { makeSlot, readKeyring, textOf, type Slot } from '../../../services/keys/keyring.ts';
import { stageRecoveredKeyring } from '../../../services/keys/recovery-keyring.ts';
import { keyringPath } from '../../../services/keys/station-files.ts';
import { generateStationKey } from '../../../services/keys/station-key.ts';
import { recoverStation } from '../../../services/recover-station.ts';
import { copyOf, NEW, newLostStation, signIn } from '../../cli/lost-station.ts';

const key = generateStationKey((size) => Uint8Array.from(randomBytes(size)));
const newPath = (): string => join(mkdtempSync(join(tmpdir(), 'sallyport-ring-')), 'keyring.json');
const slotOf = (name: string, passphrase = NEW): Promise<Slot> =>
  makeSlot({ personId: `id-${name}`, name, passphrase, key }, { random: randomBytes, scryptLn: 10 });

describe('the keyring after a recovery', { timeout: 120_000 }, () => {
  it('keeps everybody else and the copy of the operating system, and is there only once it is placed', async () => {
    const path = newPath();
    const [old, clerk, fresh] = [await slotOf('chief'), await slotOf('clerk'), await slotOf('chief')];
    const before = textOf({ format: 1, slots: [old, clerk], system: 'c2VhbGVk' });
    writeFileSync(path, before);
    const staged = await stageRecoveredKeyring(path, fresh);
    expect(staged).toMatchObject({ ok: true, value: { fate: 'kept', personIds: new Set(['id-clerk', 'id-chief']) } });
    expect(readFileSync(path, 'utf8')).toBe(before);
    if (staged.ok) await staged.value.place();
    expect(await readKeyring(path)).toEqual({
      ok: true,
      value: { format: 1, slots: [clerk, fresh], system: 'c2VhbGVk' },
    });
  });

  it('leaves the first damaged one beside it, and no later one over that', async () => {
    const path = newPath();
    for (const damaged of ['{', '[]']) {
      writeFileSync(path, damaged);
      expect(await stageRecoveredKeyring(path, await slotOf('chief'))).toMatchObject({ value: { fate: 'replaced' } });
    }
    expect(readFileSync(join(path, '..', 'keyring-unreadable.json'), 'utf8')).toBe('{');
  });

  it('says where it cannot be written', async () => {
    const path = newPath();
    writeFileSync(path, '');
    const refused = await stageRecoveredKeyring(join(path, 'keyring.json'), await slotOf('chief'));
    expect(refused).toMatchObject({ ok: false, refusal: { params: { why: 'not-writable' } } });
  });

  it('that cannot take its place says that the records have it, and that it is to be done once more', async () => {
    const lost = await newLostStation();
    const folder = copyOf(lost);
    const ring = keyringPath(folder);
    const input = { name: 'chief', passphrase: NEW, ...lost };
    // Asked for while the records are written: a folder stands in the way from then on.
    const uuid = (): string => {
      rmSync(ring, { recursive: true, force: true });
      mkdirSync(ring);
      return randomUUID();
    };
    const sources = { folder, clock: { now: () => new Date() }, random: randomBytes };
    const broken = await recoverStation({ ...sources, ids: { uuid } }, input);
    expect(broken.ok ? '' : broken.refusals.map(refusalMessage).join()).toMatch(
      /^The file keyring[.]json cannot be written[.] The new passphrase is on record, but it opens nothing yet[.]/,
    );
    expect(existsSync(`${ring}.new`)).toBe(false);
    rmSync(ring, { recursive: true });
    expect(await recoverStation({ ...sources, ids: { uuid: randomUUID } }, input)).toMatchObject({ ok: true });
    expect(await signIn(folder, NEW)).toBe('in');
    lost.remove();
  });
});
