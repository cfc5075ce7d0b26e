import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeBox, openBox, type PassphraseBox } from '../../../services/keys/passphrase-box.ts';
import { makeVerifier, verifyPassphrase } from '../../../services/keys/passphrase-verifier.ts';

/** Would take a machine down to read. */
const DEAR = `$scrypt$ln=40,r=8,p=1$${'A'.repeat(43)}$${'A'.repeat(43)}`;
const FORMAT = 'sallyport/test/1';
const PASSPHRASE = 'maple window river 41';
const SECRET = Uint8Array.from(randomBytes(97));

let box: PassphraseBox;
beforeAll(async () => {
  box = await closeBox(SECRET, { format: FORMAT, passphrase: PASSPHRASE, random: randomBytes });
});

describe('passphrase box', () => {
  it('opens with its passphrase, whichever way the letters were composed', async () => {
    expect(await openBox(box, FORMAT, PASSPHRASE)).toEqual({ kind: 'opened', secret: SECRET });
    const accented = await closeBox(SECRET, { format: FORMAT, passphrase: 'Gr\u00fcne Katze 77', random: randomBytes });
    expect((await openBox(accented, FORMAT, 'Gru\u0308ne Katze 77')).kind).toBe('opened');
  });

  it('names its stretching and its cost, and hides the secret', () => {
    expect(box.kdf).toMatchObject({ name: 'scrypt', N: 131_072, r: 8, p: 1 });
    expect(Buffer.from(box.kdf.salt, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(box)).not.toContain(Buffer.from(SECRET).toString('base64url').slice(0, 20));
  });

  it('tells a wrong passphrase from a damaged box', async () => {
    expect(await openBox(box, FORMAT, 'maple window river 42')).toEqual({ kind: 'wrong-passphrase' });
  });

  it('finds damage in each of its parts', async () => {
    const damaged: readonly unknown[] = [
      { ...box, data: box.data.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) },
      { ...box, nonce: box.nonce.slice(2) },
      { ...box, kdf: { ...box.kdf, salt: `A${box.kdf.salt.slice(2)}B` } },
      { ...box, kdf: { ...box.kdf, N: 1024 } },
      { ...box, cipher: 'aes-128-cbc' },
      { ...box, check: 'AAAA' },
      { ...box, extra: 1 },
      null,
      'box',
    ];
    for (const one of damaged) expect(await openBox(one, FORMAT, PASSPHRASE)).toEqual({ kind: 'damaged' });
  });

  it('opens at the cost that it names, and is read at no cost but a bearable one', async () => {
    const cheap = await closeBox(SECRET, { format: FORMAT, passphrase: PASSPHRASE, random: randomBytes, scryptLn: 10 });
    expect(cheap.kdf.N).toBe(1_024);
    expect(await openBox(cheap, FORMAT, PASSPHRASE)).toEqual({ kind: 'opened', secret: SECRET });
    for (const cost of [1, 512, 1_000, 2 ** 21, 2 ** 40, -1, 0])
      expect(await openBox({ ...cheap, kdf: { ...cheap.kdf, N: cost } }, FORMAT, PASSPHRASE)).toEqual({
        kind: 'damaged',
      });
  });

  it('does not open as a box of another kind', async () => {
    expect(await openBox(box, 'sallyport/other/1', PASSPHRASE)).toEqual({ kind: 'damaged' });
  });
});

describe('passphrase verifier', () => {
  it('proves its passphrase and no other', async () => {
    const verifier = await makeVerifier(PASSPHRASE, { random: randomBytes });
    expect(verifier).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w-]{43}\$[\w-]{43}$/);
    expect(await verifyPassphrase(PASSPHRASE, verifier)).toBe(true);
    expect(await verifyPassphrase(`${PASSPHRASE} `, verifier)).toBe(false);
  });

  it('proves nothing with a record that cannot be read', async () => {
    for (const record of ['', '$scrypt$ln=17,r=8,p=1$$', 'plain text', '$scrypt$ln=1,r=1,p=1$AAAA$AAAA', DEAR]) {
      expect(await verifyPassphrase('', record)).toBe(false);
    }
  });
});
