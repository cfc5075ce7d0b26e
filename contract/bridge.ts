import type { Refusal } from '../policy/refusal.ts';
import type { CopyProgress } from './backup.ts';
import type { CallInput, CallOutputs } from './calls.ts';
import type { CallName } from './call-names.ts';
import type { ImportProgress } from './exchange.ts';
import type { Reply } from './reply.ts';
import type { KeyTouch, KeyToMake, KeyToTouch, MadeKey } from './security-key.ts';

/** What the window says while the program waits for a backup before it ends, or that there is none. */
export type Leaving =
  { readonly kind: 'making'; readonly progress: CopyProgress } | { readonly kind: 'failed'; readonly refusal: Refusal };

/** What main itself does for a window: dialogs, printing, the window's own shape. No records pass here. */
export interface Shell {
  /** Null where the person chose nothing. */
  chooseFile(purpose: 'import' | 'scan' | 'policy' | 'chain'): Promise<string | null>;
  chooseFolder(purpose: 'export' | 'recovery' | 'scan' | 'backup' | 'request'): Promise<string | null>;
  /** Writes the page as shown into a PDF; answers the file's path. */
  savePdf(name: string): Promise<Reply<string>>;
  setDock(on: boolean): Promise<void>;
  showFolder(path: string): Promise<void>;
  /** This was copied or selected of sealed content: it is taken from there again soon. */
  sealedCopied(place: 'clipboard' | 'selection', text: string): Promise<void>;
  /** Each opens a window of its own and waits for a minute at most; locking the screen ends it too. */
  makeKey(asked: KeyToMake): Promise<Reply<MadeKey>>;
  touchKey(asked: KeyToTouch): Promise<Reply<KeyTouch>>;
  /** Ends the program without the backup that it waits for. */
  leaveNow(): Promise<void>;
}

/** One named function per call; there is no channel to name. */
export type Calls = {
  readonly [N in CallName]: (input: CallInput<N>) => Promise<Reply<CallOutputs[N]>>;
};

/** The one object that the preload gives to the page, deeply frozen, as `window.sallyport`. */
export interface Bridge {
  readonly calls: Calls;
  readonly shell: Shell;
  /** Each answers a function that ends the listening. */
  onImportProgress(listener: (progress: ImportProgress) => void): () => void;
  /** Nobody typed for a while, or the computer sleeps: the page hides itself. */
  onLock(listener: () => void): () => void;
  /** The program ends, and waits for a backup: how far that is, or why there is none. */
  onLeaving(listener: (leaving: Leaving) => void): () => void;
}
