import { textOf } from '../proof/bytes.ts';
import { derOfPem } from '../proof/pem.ts';
import { readCertificate } from '../proof/verify/certificate.ts';
import type { Verdict } from '../proof/verify/verdict.ts';
import { verify, type Given, type GivenFile } from '../proof/verify/verify.ts';
import { givenByDrop, givenFile, givenFiles } from './gather.ts';
import { subject, summary, words } from './words.ts';

type Check = Verdict['checks'][number];

function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(id);
  return found;
}

const dropPlace = part('drop', HTMLElement);
const files = part('files', HTMLInputElement);
const folder = part('folder', HTMLInputElement);
const fingerprint = part('fingerprint', HTMLInputElement);
const certificate = part('certificate', HTMLInputElement);
const pinNote = part('pin-note', HTMLElement);
const head = part('head', HTMLInputElement);
const list = part('crl', HTMLInputElement);
const result = part('result', HTMLElement);
const verdictLine = part('verdict', HTMLElement);
const explanation = part('explanation', HTMLElement);
const rows = part('checks', HTMLElement);

/** What was handed in last, so that a fingerprint may be given afterwards. */
let given: readonly Given[] = [];
let checkpoint: GivenFile | undefined;
let crl: GivenFile | undefined;
/** Counts checks: one that was overtaken by a later one shows nothing. */
let turn = 0;

const FINGERPRINT = /^(([0-9a-f]{2}[:\s]*){32}(,\s*|$)){1,4}$/i;

/** The fingerprint as typed; undefined where there is none, null where it is none. */
function pin(): string | undefined | null {
  const typed = fingerprint.value.trim();
  if (typed === '') return undefined;
  return FINGERPRINT.test(typed) ? typed : null;
}

function say(state: 'busy' | 'good' | 'open' | 'bad', title: string, text = ''): void {
  result.hidden = false;
  result.dataset['state'] = state;
  verdictLine.textContent = title;
  explanation.textContent = text;
}

function cell(text: string, name: string): HTMLElement {
  const made = document.createElement('td');
  made.className = name;
  made.textContent = text;
  return made;
}

/** A station that nobody vouched for is no fault of the record, and not proved. */
function markOf({ name, ok }: Check, isPinned: boolean): string {
  if (!ok) return words.refused;
  return isPinned || !/(^|: )root$/.test(name) ? words.passed : words.open;
}

function rowOf(check: Check, isPinned: boolean): HTMLElement {
  const { name, ok, detail } = check;
  const mark = markOf(check, isPinned);
  const row = document.createElement('tr');
  const title = document.createElement('th');
  title.scope = 'row';
  title.textContent = subject(name);
  row.dataset['ok'] = String(ok);
  row.dataset['open'] = String(mark === words.open);
  row.append(title, cell(mark, 'mark'), cell(detail, 'detail'));
  return row;
}

function show(verdict: Verdict, isPinned: boolean): void {
  const state = verdict.ok ? (isPinned ? 'good' : 'open') : 'bad';
  say(state, verdict.ok ? words.holds : words.failed, summary(verdict, isPinned));
  rows.replaceChildren(...verdict.checks.map((check) => rowOf(check, isPinned)));
  part('table', HTMLElement).hidden = false;
}

/** Checks once more what was handed in last, with what is known of the station by now. */
async function check(): Promise<void> {
  const root = pin();
  fingerprint.setAttribute('aria-invalid', String(root === null));
  if (root === null) pinNote.textContent = words.badPin;
  if (given.length === 0 || root === null) return;
  say('busy', words.checking);
  const mine = (turn += 1);
  const verdict = await verify(given, { root, checkpoint, crl });
  if (mine === turn) show(verdict, root !== undefined);
}

function settle(work: () => Promise<void>): void {
  work().catch(() => {
    say('bad', words.failed, words.unexpected);
    rows.replaceChildren();
  });
}

function take(count: number, gather: () => Promise<readonly Given[]>): void {
  if (count === 0) return;
  turn += 1;
  say('busy', words.reading(count));
  settle(async () => {
    given = await gather();
    await check();
  });
}

async function pinCertificate(file: File): Promise<void> {
  const { content } = await givenFile(file);
  const bytes = content instanceof Uint8Array ? content : new Uint8Array();
  const read = await readCertificate(derOfPem(textOf(bytes)) ?? bytes).catch(() => undefined);
  fingerprint.value = read?.fingerprint ?? '';
  pinNote.textContent = read === undefined ? words.badCertificate : words.pinned;
  await check();
}

for (const input of [files, folder])
  input.addEventListener('change', () => {
    const picked = [...(input.files ?? [])];
    take(picked.length, () => givenFiles(picked));
    input.value = '';
  });
certificate.addEventListener('change', () => {
  const [file] = certificate.files ?? [];
  if (file !== undefined) settle(() => pinCertificate(file));
});
head.addEventListener('change', () => {
  const [file] = head.files ?? [];
  settle(async () => {
    checkpoint = file === undefined ? undefined : await givenFile(file);
    await check();
  });
});
list.addEventListener('change', () => {
  const [file] = list.files ?? [];
  settle(async () => {
    crl = file === undefined ? undefined : await givenFile(file);
    await check();
  });
});
fingerprint.addEventListener('change', () => {
  pinNote.textContent = '';
  settle(check);
});
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  dropPlace.dataset['over'] = 'true';
});
document.addEventListener('dragleave', () => {
  delete dropPlace.dataset['over'];
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  delete dropPlace.dataset['over'];
  const { dataTransfer } = event;
  if (dataTransfer === null) return;
  const dropped = givenByDrop(dataTransfer);
  take(dataTransfer.items.length, () => dropped);
});
if (!globalThis.isSecureContext) say('bad', words.failed, words.noCryptography);
