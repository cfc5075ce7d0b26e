import type { CallInput, CallOutputs } from '../../contract/calls.ts';
import type { Reply } from '../../contract/reply.ts';
import { callAny, type SealedCall } from '../api.ts';
import type { Session } from './session.svelte.ts';
import { emptied } from '../ui/sealed.ts';

/**
 * Asks for sealed content. Null where the screen was locked meanwhile or somebody else came: what was answered is taken
 * apart then, for whoever unlocks is not always who asked, and they give a reason again.
 */
export async function askSealed<N extends SealedCall>(
  session: Pick<Session, 'sitting' | 'state'>,
  name: N,
  input: CallInput<N>,
): Promise<Reply<CallOutputs[N]> | null> {
  const { sitting } = session;
  const reply = await callAny(name, input);
  return session.sitting === sitting && !session.state.locked ? reply : emptied(reply);
}
