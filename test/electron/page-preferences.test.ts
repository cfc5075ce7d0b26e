import { describe, expect, it } from 'vitest';
import { pageWalls } from '../../electron/security/page-preferences.ts';

describe('what a page runs with', () => {
  it('is a sandbox of its own, without Node, with the walls of the web', () => {
    expect(pageWalls(true)).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('is nothing that Electron or Chromium calls insecure or unfinished', () => {
    const open = [
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'plugins',
    ];
    const given = Object.keys(pageWalls(true));
    expect(given.filter((name) => open.includes(name))).toEqual([]);
  });

  it('has developer tools for developers alone', () => {
    expect(pageWalls(false).devTools).toBe(true);
  });
});
