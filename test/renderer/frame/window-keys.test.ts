import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What listens to the keys of the whole window, however it is written. */
const WAYS = [
  /<svelte:(?:window|document|body)\b(?:(?!\/>|<\/svelte:).)*?\bon:?key/s,
  /\baddEventListener\s*\(\s*['"`]key/,
  /\bon\s*\(\s*(?:window|document|globalThis|self)\b[^)]*['"`]key/,
  /\b(?:window|document|globalThis|self|body|documentElement)\s*\??\.\s*onkey/,
];
/** The window of the security key is one of its own, and goes as the screen locks. */
const OTHER_WINDOW = 'renderer/touch/';
const ONE_PLACE = 'renderer/ui/WindowKeys.svelte';

const listens = (text: string): boolean => WAYS.some((way) => way.test(text));

describe('keys of the window', () => {
  it('are heard in one place, which asks whether the screen is locked', () => {
    const files = globSync('renderer/**/*.{svelte,ts}').filter((file) => !file.startsWith(OTHER_WINDOW));
    expect(files.filter((file) => listens(readFileSync(file, 'utf8')))).toEqual([ONE_PLACE]);
    expect(readFileSync(ONE_PLACE, 'utf8')).toContain('if (hears()) onkey(event);');
    expect(readFileSync('renderer/frame/Frame.svelte', 'utf8')).toContain('setHearing(() => !hidden);');
  });

  it.each([
    '<svelte:window onkeydown={onKey} />',
    '<svelte:window\n  onoffline={() => (online = false)}\n  onkeyup={hear}\n/>',
    '<svelte:document on:keypress={hear}></svelte:document>',
    "onMount(() => window.addEventListener('keydown', hear));",
    "document.body.addEventListener( 'keyup', hear)",
    "addEventListener('keydown', hear)",
    "$effect(() => on(document, 'keydown', hear));",
    'window.onkeydown = hear;',
  ])('are found wherever else somebody listens to them: %s', (text) => {
    expect(listens(text)).toBe(true);
  });

  it.each(['<svelte:window onoffline={off} />\n<input onkeydown={hear} />', '<li onkeydown={onKey} data-charge={1}>'])(
    'are not those of one box: %s',
    (text) => {
      expect(listens(text)).toBe(false);
    },
  );
});
