import { describe, expect, it } from 'vitest';
import { descriptors, HEADLESS, runWithoutScreen, wantsScreen } from '../../electron/shell/without-screen.ts';

const NO_SCREEN = { platform: 'linux', environment: {} } as const;

describe('a command of a packaged app', () => {
  it('is started once more where there is no screen, and not again after that', () => {
    expect(wantsScreen(['check'], NO_SCREEN)).toBe(true);
    expect(wantsScreen([HEADLESS, 'check'], NO_SCREEN)).toBe(false);
    expect(wantsScreen(['check'], { ...NO_SCREEN, environment: { DISPLAY: ':0' } })).toBe(false);
    expect(wantsScreen(['check'], { ...NO_SCREEN, environment: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(false);
    expect(wantsScreen(['check'], { ...NO_SCREEN, platform: 'win32' })).toBe(false);
  });

  it.each([
    [['check'], [0, 1, 2]],
    [
      ['check', '--secret-fd', '0'],
      [0, 1, 2],
    ],
    [
      ['check', '--secret-fd', '5'],
      [0, 1, 2, 'ignore', 'ignore', 5],
    ],
    [
      ['check', '--secret-fd=3'],
      [0, 1, 2, 3],
    ],
    [
      ['check', '--secret-fd', 'many'],
      [0, 1, 2],
    ],
  ])('hands on the descriptors of %j', (argv, handed) => {
    expect(descriptors(argv)).toEqual(handed);
  });

  it('ends with the code of the second start', () => {
    expect(runWithoutScreen('/bin/false', ['check'])).toBe(1);
    expect(runWithoutScreen('/bin/true', ['check'])).toBe(0);
    expect(runWithoutScreen('/there/is/nothing', ['check'])).toBe(1);
  });
});
