import { describe, expect, it } from 'vitest';
import { commandIn } from '../../electron/shell/command-words.ts';

describe('what a packaged app was called for', () => {
  it.each([
    [
      ['policy', 'show'],
      ['policy', 'show'],
    ],
    [['--no-sandbox', '--ozone-platform=headless', 'screen'], ['screen']],
    [
      ['check', '--user', 'alex', '--data', '/srv/station'],
      ['check', '--user', 'alex', '--data', '/srv/station'],
    ],
    [['help'], ['help']],
    [['--help'], ['--help']],
    [['policies'], ['policies']],
  ])('is a command in %j', (argv, words) => {
    expect(commandIn(argv)).toEqual(words);
  });

  it.each([[[]], [['--no-sandbox']], [['--data', '/srv/station']], [['--data', 'policy']]])(
    'is the window in %j',
    (argv) => {
      expect(commandIn(argv)).toBeNull();
    },
  );
});
