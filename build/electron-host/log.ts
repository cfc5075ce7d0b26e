/** Takes one line that says which step runs and why. */
export type Log = (line: string) => void;

/** Prints the line as it comes. */
export function printStep(line: string): void {
  console.log(`· ${line}`);
}

/** Starts a clock; each call of the answer gives the time since the one before, as `1.2 s`. */
export function stopwatch(): () => string {
  let mark = performance.now();
  return () => {
    const now = performance.now();
    const text = `${((now - mark) / 1000).toFixed(1)} s`;
    mark = now;
    return text;
  };
}
