import { expect, it } from 'vitest';
import { dockBounds } from '../../electron/shell/window-sizes.ts';

it('docks 420 px wide at the right edge of the free area, also on a second screen', () => {
  expect(dockBounds({ x: 0, y: 27, width: 1366, height: 741 })).toEqual({ x: 946, y: 27, width: 420, height: 741 });
  expect(dockBounds({ x: 1366, y: 0, width: 1920, height: 1040 })).toEqual({ x: 2866, y: 0, width: 420, height: 1040 });
});
