// verify.html's own script, out of the page as it is shipped, run in Node: the elements that it asks for are stood in for,
// what judges is the page's. In a real browser the same is tried on a sample (test/e2e/verifier-page.test.ts).
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { compileFunction } from 'node:vm';
import type { Bundle } from './mutation.ts';

const PAGE = resolve(import.meta.dirname, '../../services/export/data/verify.html');

/** As much of an element as the page uses. */
class PlainElement extends EventTarget {
  hidden = false;
  value = '';
  textContent = '';
  className = '';
  scope = '';
  files: readonly File[] | null = null;
  readonly dataset: Record<string, string> = {};
  children: readonly PlainElement[] = [];
  setAttribute(): void {
    // Nothing here reads attributes.
  }
  append(...more: readonly PlainElement[]): void {
    this.children = [...this.children, ...more];
  }
  replaceChildren(...others: readonly PlainElement[]): void {
    this.children = others;
  }
}

export interface JudgedByPage {
  readonly ok: boolean;
  /** Check by check: whether it holds, and what was found. */
  readonly rows: readonly (readonly [ok: boolean, detail: string])[];
}

function filesOf(bundle: Bundle): readonly File[] {
  if (bundle.kind === 'zip') return [picked('copies.zip', bundle.zip, '')];
  return [...bundle.files].map(([name, content]) => picked(name, content, `record/${name}`));
}

function picked(name: string, content: Uint8Array, webkitRelativePath: string): File {
  return Object.assign(new File([new Uint8Array(content)], name), { webkitRelativePath });
}

export class PageJudge {
  readonly #parts = new Map<string, PlainElement>();

  constructor() {
    const page = readFileSync(PAGE, 'utf8');
    const script = page.slice(page.indexOf('<script type="module">') + 22, page.lastIndexOf('</script>'));
    const document = Object.assign(new EventTarget(), {
      getElementById: (id: string) => this.#part(id),
      createElement: () => new PlainElement(),
    });
    const names = ['document', 'HTMLElement', 'HTMLInputElement'];
    const start: unknown = compileFunction(`'use strict';${script}`, names);
    if (typeof start === 'function') Reflect.apply(start, undefined, [document, PlainElement, PlainElement]);
  }

  #part(id: string): PlainElement {
    const part = this.#parts.get(id) ?? new PlainElement();
    this.#parts.set(id, part);
    return part;
  }

  /** Picks the files in the page, with the fingerprint typed, and reads what stands there afterwards. */
  async judge(bundle: Bundle, root: string): Promise<JudgedByPage> {
    const box = this.#part(bundle.kind === 'zip' ? 'files' : 'folder');
    const { dataset } = this.#part('result');
    this.#part('fingerprint').value = root;
    box.files = filesOf(bundle);
    box.dispatchEvent(new Event('change'));
    while (dataset['state'] === 'busy') await setImmediate();
    const rows = this.#part('checks').children.map(
      ({ dataset: told, children }) => [told['ok'] === 'true', children[2]?.textContent ?? ''] as const,
    );
    return { ok: dataset['state'] === 'good', rows };
  }
}
