import { describe, expect, it } from 'vitest';
import { refusedSwitches } from '../../electron/security/switches.ts';

const OFFICER = { platform: 'linux', root: false } as const;

describe('a packaged app', () => {
  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '-remote-debugging-port=9222',
    '--inspect',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--renderer-cmd-prefix=gdb',
    '--utility-cmd-prefix=gdb',
    '--host-rules=MAP * 127.0.0.1',
    '--proxy-server=127.0.0.1:8080',
    '--log-net-log=/tmp/log',
    '--enable-logging=file',
    '--no-sandbox',
    '--single-process',
    '--choose-file=/tmp/x',
    '--idle-lock=99999',
  ])('takes no %s', (word) => {
    expect(refusedSwitches([word], OFFICER)).toHaveLength(1);
    expect(refusedSwitches(['--data', '/srv/station', '--', word], OFFICER)).toHaveLength(1);
  });

  it('is not misled by a switch in the place of a value', () => {
    expect(refusedSwitches(['--data', '--remote-debugging-port=0'], OFFICER)).toEqual(['remote-debugging-port']);
  });

  it('knows how Windows writes them', () => {
    const windows = { platform: 'win32', root: false } as const;
    expect(refusedSwitches(['/Remote-Debugging-Port=0'], windows)).toEqual(['remote-debugging-port']);
    expect(refusedSwitches(['--DATA', String.raw`C:\Station`], windows)).toEqual([]);
  });

  it.each([
    [[]],
    [['--data', '/srv/station', '--prints', '/srv/prints', '--no-system-key']],
    [['--user-data-dir=/srv/profile', '--force-device-scale-factor=1.5', '--ozone-platform=headless']],
    [['/srv/a file']],
  ])('takes %j', (argv) => {
    expect(refusedSwitches(argv, OFFICER)).toEqual([]);
  });

  it('does without a sandbox for root alone, which Chromium asks for', () => {
    expect(refusedSwitches(['--no-sandbox'], { platform: 'linux', root: true })).toEqual([]);
  });
});
