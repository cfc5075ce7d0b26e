import { describe, expect, test } from 'vitest';
import { readShortcut, type Pressed } from '../../../renderer/frame/shortcut.ts';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrl: false,
  alt: false,
  inText: false,
  afterLeader: false,
  ...more,
});

describe('keys of the frame', () => {
  test.each([
    [press('n'), { kind: 'new-booking' }],
    [press('N'), { kind: 'new-booking' }],
    [press('/'), { kind: 'find' }],
    [press('?'), { kind: 'key-map' }],
    [press('g'), { kind: 'leader' }],
    [press('d', { afterLeader: true }), { kind: 'room', letter: 'd' }],
    [press('n', { afterLeader: true }), { kind: 'room', letter: 'n' }],
    [press('F2'), { kind: 'life-first' }],
    [press('F2', { inText: true }), { kind: 'life-first' }],
    [press('l', { ctrl: true }), { kind: 'lock' }],
    [press('l', { ctrl: true, inText: true }), { kind: 'lock' }],
  ])('%o', (pressed, shortcut) => {
    expect(readShortcut(pressed)).toEqual(shortcut);
  });

  test.each([
    press('n', { inText: true }),
    press('/', { inText: true }),
    press('g', { inText: true }),
    press('n', { alt: true }),
    press('n', { ctrl: true }),
    press('F2', { ctrl: true }),
    press('F2', { alt: true }),
    press('Enter'),
    press('x'),
  ])('leaves alone what is text or belongs to somebody else: %o', (pressed) => {
    expect(readShortcut(pressed)).toEqual({ kind: 'none' });
  });
});
