import type { Rectangle } from 'electron';

export const DOCK_WIDTH = 420;
export const SMALLEST = { width: 1024, height: 700 } as const;

/** The strip at the right edge of a screen's free area. */
export function dockBounds(area: Rectangle): Rectangle {
  return { x: area.x + area.width - DOCK_WIDTH, y: area.y, width: DOCK_WIDTH, height: area.height };
}
