import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileFor } from '../../electron/cli/written-beside.ts';
import { launchOptions } from '../../electron/shell/launch-options.ts';

const ARGV = ['--no-sandbox', '--user-data-dir=/u', '/app', '--data', 'station-a', '--prints=/p', '--inspect=0'];

describe('the switches of the window', () => {
  it('reads its own and leaves those of Chromium alone', () => {
    expect(launchOptions(ARGV, false)).toEqual({ data: resolve('station-a'), prints: '/p', systemKey: true });
  });

  it('keeps to passphrases where it is told to', () => {
    expect(launchOptions(['--no-system-key'], true).systemKey).toBe(false);
  });

  it('answers dialogs from the command line, but never once packaged', () => {
    const argv = ['--choose-file=/a.csv', '--choose-folder', '/out', '--idle-lock=2'];
    expect(launchOptions(argv, false)).toEqual({
      chooseFile: '/a.csv',
      chooseFolder: '/out',
      idleSeconds: 2,
      systemKey: true,
    });
    expect(launchOptions(argv, true)).toEqual({ systemKey: true });
  });

  it('takes no empty folder and no idle time below zero', () => {
    expect(launchOptions(['--data=', '--idle-lock=-1'], false)).toEqual({ systemKey: true });
  });

  it('gives each station folder a profile of its own', () => {
    expect(profileFor('/u', undefined)).toBe('/u');
    const one = profileFor('/u', '/stations/a');
    expect(one).toMatch(/^\/u\/windows\/[0-9a-f]{16}$/);
    expect(profileFor('/u', '/stations/b')).not.toBe(one);
  });
});
