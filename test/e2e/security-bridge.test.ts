import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CALL_NAMES } from '../../contract/call-names.ts';
import type {} from '../../renderer/api.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { windowHost } from './window-host.ts';

describe('what a page can reach', () => {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-bridge-'));
  const root = inject('root');
  let launched: LaunchedApp;

  beforeAll(async () => {
    const data = join(work, 'station');
    const args = ['--use-fake-device-for-media-stream'];
    launched = await launchApp({ ...windowHost(), data, args });
  });
  afterAll(async () => {
    await launched.close();
    rmSync(work, { recursive: true, force: true });
  });

  it('is no Node and no Electron', async () => {
    const found = await launched.page.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(found).toEqual([]);
  });

  it('is one function per call and nothing beside them', async () => {
    const names = await launched.page.evaluate(() => ({
      bridge: Object.keys(window.sallyport),
      calls: Object.keys(window.sallyport.calls),
      shell: Object.keys(window.sallyport.shell),
    }));
    expect(names).toEqual({
      bridge: ['calls', 'shell', 'onImportProgress', 'onLock', 'onLeaving'],
      calls: [...CALL_NAMES],
      shell: [
        ...['chooseFile', 'chooseFolder', 'savePdf', 'setDock', 'showFolder', 'sealedCopied'],
        ...['makeKey', 'touchKey', 'leaveNow'],
      ],
    });
  });

  it('cannot be changed', async () => {
    const changed = await launched.page.evaluate(() => {
      const { sallyport } = window;
      const attempts = [
        Reflect.set(window, 'sallyport', {}),
        Reflect.deleteProperty(window, 'sallyport'),
        Reflect.set(sallyport, 'send', () => undefined),
        Reflect.set(sallyport.calls, 'booking.save', () => undefined),
        Reflect.set(sallyport.calls, 'booking.erase', () => undefined),
        Reflect.set(sallyport.shell, 'savePdf', () => undefined),
        Reflect.set(sallyport.calls['booking.save'], 'call', () => undefined),
      ];
      return attempts.filter(Boolean).length;
    });
    expect(changed).toBe(0);
  });

  it('refuses a key that no call has, by its name', async () => {
    const reply = await launched.page.evaluate((input) => window.sallyport.calls['session.signIn'](input), {
      name: 'alex',
      passphrase: 'not this one',
      favouriteColour: 'green',
    });
    expect(reply).toEqual({
      ok: false,
      refusals: [expect.objectContaining({ code: 'unknown-field', field: 'favouriteColour' })],
    });
  });

  it('refuses a key that would tell status, by its name and without its value', async () => {
    const reply = await launched.page.evaluate((input) => window.sallyport.calls['session.signIn'](input), {
      name: 'alex',
      passphrase: 'not this one',
      citizenship: 'Elbonian',
    });
    expect(reply).toEqual({
      ok: false,
      refusals: [expect.objectContaining({ code: 'protected-field', field: 'citizenship' })],
    });
    expect(JSON.stringify(reply) + launched.output()).not.toContain('Elbonian');
  });

  it('refuses an input that no form could fill', async () => {
    const reply = await launched.page.evaluate(() =>
      window.sallyport.calls['session.signIn']({ name: 'x'.repeat(1_000_001), passphrase: 'x' }),
    );
    expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'wrong-value' }] });
  });

  it.each([
    ['a page from elsewhere', 'data:text/html,<title>elsewhere</title>'],
    ['our own page in a window that is not ours', 'app://bundle/index.html'],
  ])('answers nothing to %s', async (_what, address) => {
    const reply = await launched.app.evaluate(
      async ({ BrowserWindow, session }, { preload, url }) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, session: session.fromPartition('sallyport', { cache: false }) },
        });
        try {
          await window.loadURL(url);
          const asked: unknown = await window.webContents.executeJavaScript(`
            Promise.all([sallyport.calls['station.info']({}), sallyport.shell.savePdf('x'), sallyport.shell.chooseFile('import')])
          `);
          return asked;
        } finally {
          window.destroy();
        }
      },
      { preload: join(root, 'out/preload/preload.cjs'), url: address },
    );
    const refused = { ok: false, refusals: [{ code: 'unknown-call' }] };
    expect(reply).toEqual([refused, refused, null]);
    expect(launched.output()).toMatch(/"where":\["sender"\]/);
  });

  it('is no permission', async () => {
    const answers = await launched.page.evaluate(async () => {
      const name = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : String(thrown));
      return {
        notifications: await Notification.requestPermission(),
        place: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', name),
        screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'granted', name),
        clipboard: await navigator.clipboard.readText().then(() => 'granted', name),
      };
    });
    expect(answers).toEqual({
      notifications: 'denied',
      place: 'denied',
      camera: 'NotAllowedError',
      screen: 'NotAllowedError',
      clipboard: 'NotAllowedError',
    });
  });

  it('is no device', async () => {
    const devices = await launched.page.evaluate(async () => {
      const name = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : String(thrown));
      const ask = async (api: string, call: string, given: unknown): Promise<unknown> => {
        const found: unknown = Reflect.get(navigator, api);
        if (typeof found !== 'object' || found === null) return 'absent';
        const asked: unknown = Reflect.get(found, call);
        if (typeof asked !== 'function') return 'absent';
        return Promise.resolve(Reflect.apply(asked, found, given === undefined ? [] : [given])).then(
          (got: unknown) => (Array.isArray(got) ? got.length : 'granted'),
          name,
        );
      };
      return {
        hid: await ask('hid', 'getDevices', undefined),
        usb: await ask('usb', 'getDevices', undefined),
        serial: await ask('serial', 'getPorts', undefined),
        askHid: await ask('hid', 'requestDevice', { filters: [] }),
        askUsb: await ask('usb', 'requestDevice', { filters: [] }),
        askSerial: await ask('serial', 'requestPort', {}),
        bluetooth: await ask('bluetooth', 'requestDevice', { acceptAllDevices: true }),
        midi: await navigator.requestMIDIAccess().then(() => 'granted', name),
      };
    });
    expect(Object.values(devices)).not.toContain('granted');
    expect([devices.hid, devices.usb, devices.serial].filter((found) => found !== 0 && found !== 'absent')).toEqual([]);
  });

  it('is no markup from text and no code from text', async () => {
    const outcome = await launched.page.evaluate(async () => {
      // Until it waits for something, what a test runs is exempt from the policy.
      await new Promise((resolve) => setTimeout(resolve, 1));
      const attempt = (work: () => unknown): string => {
        try {
          work();
          return 'done';
        } catch (thrown) {
          return thrown instanceof Error ? thrown.name : 'refused';
        }
      };
      const make = (name: string): unknown => {
        const types: unknown = Reflect.get(window, 'trustedTypes');
        if (typeof types !== 'object' || types === null || !('createPolicy' in types)) return undefined;
        return typeof types.createPolicy === 'function' && Reflect.apply(types.createPolicy, types, [name, {}]);
      };
      return {
        script: attempt(() => document.body.append(Object.assign(document.createElement('script'), { text: 'x = 1' }))),
        markup: attempt(() => document.createElement('div').insertAdjacentHTML('beforeend', '<b>x</b>')),
        code: attempt(() => Reflect.apply(Function, null, ['return 1'])),
        policy: attempt(() => make('other')),
      };
    });
    expect(outcome).toEqual({ script: 'TypeError', markup: 'TypeError', code: 'EvalError', policy: 'TypeError' });
  });
});
