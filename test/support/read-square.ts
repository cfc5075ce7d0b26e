import decodeQR from 'qr/decode.js';
import type { Page } from 'playwright-core';

/** Pixels a module; a camera has more. */
const SCALE = 4;

/** What a reader of squares finds in the drawn square of the page: its path holds one step for each dark module. */
export async function readSquare(page: Page): Promise<string> {
  const svg = page.getByRole('img', { name: 'Signed head of the log' });
  const side = Number((await svg.getAttribute('viewBox'))?.split(' ')[2]);
  const path = (await svg.locator('path').getAttribute('d')) ?? '';
  const width = side * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < SCALE; row += 1) {
      const start = ((Number(y) * SCALE + row) * width + Number(x) * SCALE) * 4;
      for (let pixel = start; pixel < start + SCALE * 4; pixel += 4) data.fill(0, pixel, pixel + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}
