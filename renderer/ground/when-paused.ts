/** As long as somebody has to rest before what they typed is kept. */
const PAUSE_MS = 700;

export interface Paused {
  /** For an effect: something was typed. Answers how to stop waiting. @param _typed read here, so that the effect follows it */
  typed(_typed: unknown): () => void;
  /** What was typed is given up: nothing of it stays kept. */
  forget(): void;
}

/**
 * Hands on what stands in a box when its typist pauses.
 * @param read the value, undefined where it cannot be kept: then what was handed on before is taken back, down to what
 *   was told. What is kept here comes back as a told fact and is weighed: half a sentence, whose end the screen stops,
 *   may say another thing than the whole
 */
export function whenPaused(read: () => unknown, tell: (value: unknown) => void): Paused {
  let told = false;
  function look(): void {
    const value = read();
    if (value === undefined && !told) return;
    told = value !== undefined;
    tell(value);
  }
  return {
    typed() {
      const timer = setTimeout(look, PAUSE_MS);
      return () => clearTimeout(timer);
    },
    forget() {
      if (told) tell(undefined);
      told = false;
    },
  };
}
