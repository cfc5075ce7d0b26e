import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '../../services/export/bundle.ts';
import { ZipPieces } from '../../services/export/zip.ts';
import { rootFingerprint, type IssuedCertificates } from '../../services/keys/certificates.ts';
import { verifyPath, type VerifyOptions } from '../../services/verify/verify-path.ts';
import { subject } from '../../verifier/words.ts';
import { flipped } from '../support/byte-flips.ts';
import type { OpenedPage } from '../support/opened-page.ts';
import { BROWSERS, type Row } from '../support/page-browser.ts';
import { drawMutation } from '../mutations/draw-mutation.ts';
import { lay } from '../mutations/judges.ts';
import { readBase } from '../mutations/mutation.ts';
import { makePdf } from '../services/export/made-pdf.ts';
import { issue } from '../services/export/made-record.ts';
import { allVectors, FORMAT } from '../format/vector.ts';

const work = mkdtempSync(join(tmpdir(), 'sallyport-page-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

let issued: IssuedCertificates;
let folder = '';
const at = (name: string): string => join(folder, name);
const changed = (name: string, place: number): string => {
  const path = join(work, name);
  writeFileSync(path, flipped(readFileSync(at(name)), place));
  return path;
};

beforeAll(async () => {
  issued = await issue();
  const { record, pdf } = await makePdf(issued);
  const written = await writeBundle({ folder: work, exportNumber: 'EXP-2026-000001', record, pdf });
  if (!written.ok) throw new Error(written.refusal.code);
  folder = written.value.folder;
});

function zipped(): string {
  const pieces = new ZipPieces();
  const names = ['EXP-2026-000001.pdf', 'record.sd-jwt', 'station-root.pem', 'station-signing.pem', 'README.txt'];
  const parts = names.map((name) => pieces.add(`EXP-2026-000001/${name}`, readFileSync(at(name))));
  const path = join(work, 'copies.zip');
  writeFileSync(path, Buffer.concat([...parts, pieces.end()]));
  return path;
}

const ROWS = `[...document.querySelectorAll('#checks tr')].map((row) => ({
  subject: row.querySelector('th').textContent, ok: row.dataset.ok === 'true',
  detail: row.querySelector('.detail').textContent }))`;
const STATE = `document.getElementById('result').dataset.state`;
const SAID = `document.getElementById('verdict').textContent + ' ' + document.getElementById('explanation').textContent`;

describe.each(BROWSERS)('verify.html from the disk in $name', { timeout: 120_000 }, ({ name, there, open }) => {
  let page: OpenedPage;
  beforeAll(async () => {
    if (there) page = await open(pathToFileURL(at('verify.html')).href);
  });
  afterAll(async () => {
    if (there) await page.close();
  });

  /** State and rows once the page has settled on something else than work. */
  async function settled(): Promise<string> {
    for (;;) {
      const state = await page.ask(STATE);
      if (typeof state === 'string' && state !== 'busy') return state;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function pin(fingerprint: string): Promise<void> {
    await page.ask(`(() => { const box = document.getElementById('fingerprint');
      box.value = ${JSON.stringify(fingerprint)}; box.dispatchEvent(new Event('change')); return true; })()`);
  }

  /** Picks these in place of what was there: what stands on the page afterwards is about them. */
  async function pick(paths: readonly string[]): Promise<void> {
    await page.ask(`document.getElementById('result').dataset.state = 'busy'`);
    await page.pick('files', paths);
  }

  /** The page says what the command says, check by check and word for word. */
  async function same(paths: readonly string[], options: VerifyOptions = {}): Promise<string> {
    await pin(options.root ?? '');
    await pick(paths);
    await settled();
    const { checks } = await verifyPath(paths, options);
    const expected = checks.map((check): Row => ({ subject: subject(check.name), ok: check.ok, detail: check.detail }));
    expect(await page.ask(ROWS)).toEqual(expected);
    return settled();
  }

  it.runIf(there)('judges as the command does: PDF, record with certificates, zip', async () => {
    expect(await same([at('EXP-2026-000001.pdf')])).toBe('open');
    expect(await same([at('record.sd-jwt'), at('station-root.pem')])).toBe('open');
    expect(await same([zipped()], { root: rootFingerprint(issued.rootPem) })).toBe('good');
  });

  it.runIf(there)('refuses as the command does: changed PDF, changed record, another station, nonsense', async () => {
    expect(await same([changed('EXP-2026-000001.pdf', 40)])).toBe('bad');
    expect(await same([changed('record.sd-jwt', 900)])).toBe('bad');
    const other = rootFingerprint((await issue()).rootPem);
    expect(await same([at('EXP-2026-000001.pdf')], { root: other })).toBe('bad');
    expect(await same([at('verify.html')])).toBe('bad');
  });

  it.runIf(there)('judges a copy under a town’s root as the command does', async () => {
    for (const vector of allVectors().filter((one) => one.name.includes('/town'))) {
      const given = vector.give.map((path) => join(FORMAT, vector.name, path));
      const paths = given.flatMap((path) => (path.endsWith('.sd-jwt') ? [path] : [join(path, 'EXP-2026-000001.pdf')]));
      expect(await same(paths, { root: vector.root ?? '' }), vector.name).toBe(vector.ok ? 'good' : 'bad');
    }
  });

  it.runIf(there)('takes the files of one folder as that folder', async () => {
    await pin('');
    const names = ['EXP-2026-000001.pdf', 'README.txt', 'record.sd-jwt', 'station-root.pem', 'station-signing.pem'];
    await pick([...names, 'verify.html'].map(at));
    expect(await settled()).toBe('open');
    const { checks } = await verifyPath([folder]);
    const rows = checks.map((check): Row => ({ subject: subject(check.name), ok: check.ok, detail: check.detail }));
    expect(await page.ask(ROWS)).toEqual(rows);
  });

  it.runIf(there)('knows the station by a certificate from elsewhere, and says so where it is not known', async () => {
    await same([at('EXP-2026-000001.pdf')]);
    expect(await page.ask(SAID)).toContain('Who signed it is not proved');
    const elsewhere = join(work, 'from-the-town.pem');
    writeFileSync(elsewhere, issued.rootPem);
    await page.pick('certificate', [elsewhere]);
    while ((await page.ask(STATE)) === 'open') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await settled()).toBe('good');
    expect(await page.ask(SAID)).toContain('it is from the station');
  });

  it.runIf(there)('judges a sample of the thousand mutations as the command does', async () => {
    const base = readBase();
    await pin(base.root);
    for (let number = 0; number < 16; number += 1) {
      const mutation = await drawMutation(base, 'in a browser', number);
      const path = lay(mutation, mkdtempSync(join(work, 'mutation-')));
      const isZip = mutation.bundle.kind === 'zip';
      await pick(isZip ? [path] : readdirSync(path).map((file) => join(path, file)));
      const state = await settled();
      const { ok, checks } = await verifyPath([path], { root: base.root });
      const rows = checks.map((check): Row => ({ subject: subject(check.name), ok: check.ok, detail: check.detail }));
      expect([mutation.name, state, await page.ask(ROWS)]).toEqual([mutation.name, ok ? 'good' : 'bad', rows]);
    }
  });

  it.runIf(there)('asks for nothing but itself, and runs nothing that it did not bring', async () => {
    const tries = `(() => { const script = document.createElement('script'); script.textContent = 'window.ran = 1';
      document.body.append(script); return [window.ran ?? 0, window.isSecureContext]; })()`;
    expect(await page.ask(tries)).toEqual([0, true]);
    await expect(page.ask(`fetch('https://example.invalid/').then(() => 1)`)).rejects.toThrow();
    if (page.requests !== undefined) expect(page.requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    const screens = process.env['SALLYPORT_SCREENS'];
    if (screens === undefined) return;
    mkdirSync(screens, { recursive: true });
    await page.picture(join(screens, `verifier-page-${name}.png`));
  });

  it.skipIf(there)(`is not tried: this machine lacks ${name} (apt-get install chromium firefox-esr)`, () => undefined);
});
