import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp } from '../support/launch.ts';
import { filesWith } from './planted-word.ts';
import { windowHost } from './window-host.ts';

const TYPED = 'Umbrellaquartz';
const STORED = 'Violetlantern';

describe('what a session leaves on disk', () => {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-traces-'));
  const folders = ['station', 'profile', 'home', 'tmp'].map((name) => join(work, name));
  const [data = '', profile = '', home = '', temporary = ''] = folders;

  beforeAll(async () => {
    for (const folder of folders) mkdirSync(folder);
    const env = { HOME: home, TMPDIR: temporary };
    const launched = await launchApp({
      ...windowHost(),
      data,
      profile,
      env,
    });
    const { page, app } = launched;
    const box = page.getByRole('textbox').first();
    await box.pressSequentially(TYPED);
    expect(await box.inputValue()).toBe(TYPED);
    await page.evaluate(async (word) => {
      localStorage.setItem('word', word);
      sessionStorage.setItem('word', word);
      document.cookie = `word=${word}; max-age=99999`;
      history.replaceState({ word }, '', `#${word}`);
      await new Promise((resolve) => {
        const opening = indexedDB.open(word);
        opening.onsuccess = resolve;
        opening.onerror = resolve;
      });
      await caches.open(word).catch(() => undefined);
    }, STORED);
    await app.evaluate(({ session }) => session.fromPartition('sallyport').flushStorageData());
    await page.waitForTimeout(1000);
    await launched.close();
  });
  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it('would be found', () => {
    const kept = join(temporary, 'kept');
    writeFileSync(kept, Buffer.from(`x${TYPED.toUpperCase()}x`, 'utf16le'));
    expect(filesWith(TYPED, folders)).toEqual([kept]);
    rmSync(kept);
  });

  it('is nothing of what was typed', () => {
    expect(filesWith(TYPED, folders)).toEqual([]);
  });

  it('is nothing of what a page tried to store', () => {
    expect(filesWith(STORED, folders)).toEqual([]);
  });
});
