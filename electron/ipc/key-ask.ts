import type { WebContents } from 'electron';
import type { Reply } from '../../contract/reply.ts';
import type { KeyAsk } from '../../contract/security-key.ts';
import { fits } from './input-size.ts';
import { fromOurPage } from './sender.ts';

/** Why the window of the key ended without an answer, as its refusal says it. */
export type Unanswered = 'ended' | 'again' | 'locked' | 'late' | 'known' | 'silent';

export function unanswered(why: Unanswered): Reply<never> {
  return { ok: false, refusals: [{ code: 'key-not-touched', params: { why } }] };
}

const BASE64URL = /^[\w-]+$/;
const isBytes = (value: unknown): value is string => typeof value === 'string' && BASE64URL.test(value);
const areBytes = (value: unknown): value is string[] => Array.isArray(value) && value.every(isBytes);

const at = (input: object, name: string): unknown => Reflect.get(input, name);

function readMake(input: object): KeyAsk | null {
  const [challenge, userId] = [at(input, 'challenge'), at(input, 'userId')];
  const [userName, known] = [at(input, 'userName'), at(input, 'known')];
  if (!isBytes(challenge) || !isBytes(userId) || typeof userName !== 'string' || !areBytes(known)) return null;
  return { kind: 'make', challenge, userId, userName, known };
}

function readTouch(input: object): KeyAsk | null {
  const [challenge, credentials] = [at(input, 'challenge'), at(input, 'credentials')];
  return isBytes(challenge) && areBytes(credentials) ? { kind: 'touch', challenge, credentials } : null;
}

/** What our page wants a key to be asked; null where that is no such thing. */
export function readAsk(kind: KeyAsk['kind'], input: unknown): KeyAsk | null {
  if (typeof input !== 'object' || input === null) return null;
  return kind === 'make' ? readMake(input) : readTouch(input);
}

/** The station reads the value with its own schema: nothing of it is believed here. */
function replyOf(answer: unknown): Reply<unknown> {
  if (typeof answer !== 'object' || answer === null || !fits(answer)) return unanswered('silent');
  if ('value' in answer) return { ok: true, value: answer.value };
  return unanswered('why' in answer && answer.why === 'known' ? 'known' : 'silent');
}

interface KeyDoors {
  readonly origin: string;
  readonly asked: KeyAsk;
  readonly answered: (reply: Reply<unknown>) => void;
}

/** Opens the three doors of the key's preload, to that one page: what is asked, what the key answered, the end. */
export function handleKeyPage(page: WebContents, { origin, asked, answered }: KeyDoors): void {
  page.ipc.handle('sallyport:key-asked', (event) => (fromOurPage(event, page, origin) ? asked : null));
  page.ipc.handle('sallyport:key-answer', (event, answer: unknown) => {
    if (fromOurPage(event, page, origin)) answered(replyOf(answer));
  });
  page.ipc.handle('sallyport:key-cancel', (event) => {
    if (fromOurPage(event, page, origin)) answered(unanswered('ended'));
  });
}
