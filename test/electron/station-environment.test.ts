import { describe, expect, it } from 'vitest';
import { stationEnvironment } from '../../electron/shell/station-environment.ts';

describe('the environment of the station process', () => {
  it('is the time zone, the language and the folders, and nothing that a program is steered by', () => {
    const own = {
      TZ: 'America/New_York',
      HOME: '/home/desk',
      LANG: '',
      NODE_OPTIONS: '--require /tmp/x.js',
      NODE_EXTRA_CA_CERTS: '/tmp/ca.pem',
      ELECTRON_RUN_AS_NODE: '1',
      LD_PRELOAD: '/tmp/x.so',
      SSLKEYLOGFILE: '/tmp/keys',
    };
    expect(stationEnvironment(own)).toEqual({ TZ: 'America/New_York', HOME: '/home/desk' });
  });
});
