import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { holdStation } from '../../db/lock.ts';
import { newStorePlace } from '../support/store-place.ts';

const place = newStorePlace();
const file = join(place.folder, 'station.lock');

const HOLDER = `
  const { holdStation } = await import(process.argv[1]);
  holdStation(process.argv[2]);
  console.log('held');
  setInterval(() => {}, 1000);
`;

it('lets one hold a station, and the next after it', () => {
  const first = holdStation(file);
  expect(() => holdStation(file)).toThrow(expect.objectContaining({ name: 'StoreFault', code: 'in-use' }));
  first.release();
  first.release();
  holdStation(file).release();
});

it('is free again when the holder was killed', async () => {
  const door = resolve(import.meta.dirname, '../../db/lock.ts');
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, door, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(holder.stdout, 'data');
    expect(() => holdStation(file)).toThrow(expect.objectContaining({ code: 'in-use' }));
  } finally {
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  }
  holdStation(file).release();
  place.remove();
});
