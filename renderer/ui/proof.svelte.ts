import type { Reply } from '../../contract/reply.ts';

/** Name, passphrase and code, as somebody types them. */
export interface Proof {
  name: string;
  passphrase: string;
  code: string;
  /** Once the station asked for it. */
  readonly asksCode: boolean;
  /** What a call takes of it. */
  given(): { readonly name: string; readonly passphrase: string; readonly code?: string };
  /** Takes what the station answered: the passphrase stays where a code alone is missing. */
  answered(reply: Reply<unknown>): void;
}

const NEEDS_CODE: readonly string[] = ['second-factor-needed', 'wrong-code'];

export function createProof(): Proof {
  let name = $state('');
  let passphrase = $state('');
  let code = $state('');
  let asksCode = $state(false);
  return {
    get name() {
      return name;
    },
    set name(typed) {
      name = typed;
      asksCode = false;
      code = '';
    },
    get passphrase() {
      return passphrase;
    },
    set passphrase(typed) {
      passphrase = typed;
    },
    get code() {
      return code;
    },
    set code(typed) {
      code = typed;
    },
    get asksCode() {
      return asksCode;
    },
    given: () => ({ name: name.trim(), passphrase, ...(code.trim() === '' ? {} : { code: code.trim() }) }),
    answered(reply) {
      const needs = !reply.ok && reply.refusals.some((refusal) => NEEDS_CODE.includes(refusal.code));
      code = '';
      asksCode = asksCode || needs;
      if (!needs) passphrase = '';
    },
  };
}
