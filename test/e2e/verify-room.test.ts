import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { writeBundle } from '../../services/export/bundle.ts';
import { rootFingerprint, type IssuedCertificates } from '../../services/keys/certificates.ts';
import { revocationList } from '../../services/keys/next-certificate.ts';
import { flipped } from '../support/byte-flips.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, overhang, picture, resize, THEMES } from '../support/look.ts';
import { allVectors, FORMAT } from '../format/vector.ts';
import { makePdf } from '../services/export/made-pdf.ts';
import { issue } from '../services/export/made-record.ts';
import { deskHost } from './window-host.ts';

describe('checking a copy in the window', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'verify');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;
  let issued: IssuedCertificates;
  let record = '';

  beforeAll(async () => {
    issued = await issue();
    const made = await makePdf(issued);
    const into = { folder: desk.work, exportNumber: 'EXP-2026-000001', record: made.record, pdf: made.pdf };
    const written = await writeBundle(into);
    if (!written.ok) throw new Error(written.refusal.code);
    record = written.value.folder;
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  async function look(name: string): Promise<void> {
    for (const colorScheme of THEMES) {
      await launched.page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), `${name}, ${colorScheme}`).toEqual([]);
      await picture(launched, folder, `${name}-${colorScheme}`);
    }
    await launched.page.emulateMedia({ colorScheme: 'light' });
    await resize(launched, 420, 768);
    expect(await overhang(launched), `${name} in the dock`).toBeLessThanOrEqual(0);
    await picture(launched, folder, `${name}-dock`);
    await resize(launched, 1366, 768);
  }

  it('tells a copy of another station, and takes it with that fingerprint', async () => {
    const { page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByRole('button', { name: 'Check a copy' }).click();
    await page.getByRole('heading', { level: 1, name: 'Check a copy' }).waitFor();
    await page
      .locator('input[type=file][aria-label="Choose files"]')
      .setInputFiles(join(record, 'EXP-2026-000001.pdf'));
    await page.getByText('A check failed. First place that is wrong: EXP-2026-000001.pdf: root.').waitFor();
    await page.getByText(/another certificate than expected/).waitFor();
    await look('verify-refused');
    await page.getByLabel('Anybody’s: identity is not proved').check();
    await page.getByText('Every check holds. Who signed it is not proved.').waitFor();
    await page.getByLabel('Another station’s, with this fingerprint').check();
    await page.getByLabel('Fingerprint of the other station').fill(rootFingerprint(issued.rootPem));
    await page.getByText('Every check holds. The station with that fingerprint signed it.').waitFor();
    await look('verify-good');
  });

  it('takes a folder, and tells the byte at which a file goes wrong', async () => {
    const { page } = launched;
    await page.locator('input[type=file][aria-label="Choose a folder"]').setInputFiles(record);
    await page.getByText('the files in the PDF are those beside it').waitFor();
    await page.getByText('Every check holds.').waitFor();
    const spoiled = join(desk.work, 'record.sd-jwt');
    const good = readFileSync(join(record, 'record.sd-jwt'));
    writeFileSync(spoiled, flipped(good, good.lastIndexOf('~', -2) + 10));
    await page.locator('input[type=file][aria-label="Choose files"]').setInputFiles(spoiled);
    await page.getByText(/A check failed\. First place that is wrong: record\.sd-jwt: \w+, byte \d+\./).waitFor();
  });

  it('takes a copy under the root of a town’s authority with that root’s fingerprint, and names it', async () => {
    const { page } = launched;
    const vectors = allVectors().filter(({ name }) => name === 'good/town');
    for (const { name, root = '' } of vectors) {
      await page.getByLabel('Fingerprint of the other station').fill(root);
      const files = page.locator('input[type=file][aria-label="Choose files"]');
      await files.setInputFiles(join(FORMAT, name, 'EXP-2026-000001', 'EXP-2026-000001.pdf'));
      await page.getByText(`the root "Exampleton Town Root" is the expected one: ${root}`).waitFor();
      await page.getByText('Every check holds. The station with that fingerprint signed it.').waitFor();
    }
    expect(vectors.length).toBe(1);
    await picture(launched, folder, 'verify-town');
  });

  it('holds a copy against a list of called-back certificates', async () => {
    const { page } = launched;
    const called = (at: Date): Promise<string | null> =>
      revocationList(
        [{ pem: issued.signingPem, compromised: true, at }],
        { pem: issued.rootPem, privateKey: issued.rootPrivateKey },
        new Date(),
      );
    const list = join(desk.work, 'station-crl.pem');
    await page.getByLabel('Another station’s, with this fingerprint').check();
    await page.getByLabel('Fingerprint of the other station').fill(rootFingerprint(issued.rootPem));
    await page
      .locator('input[type=file][aria-label="Choose files"]')
      .setInputFiles(join(record, 'EXP-2026-000001.pdf'));
    await page.getByText('Every check holds.').waitFor();
    writeFileSync(list, (await called(new Date('2020-01-01T00:00:00Z'))) ?? '');
    await page.getByLabel('List of called-back certificates').setInputFiles(list);
    await page.getByText(/the certificate was called back .*, and this was signed after that/).waitFor();
    await look('verify-called-back');
    // Another name: a browser says nothing where the same file is chosen again.
    const later = join(desk.work, 'station-crl-later.pem');
    writeFileSync(later, (await called(new Date('2040-01-01T00:00:00Z'))) ?? '');
    await page.getByLabel('List of called-back certificates').setInputFiles(later);
    await page.getByText(/after this was signed by the station's clock/).waitFor();
    await page.getByText('Every check holds.').waitFor();
  });
});
