/** Function names and places of a fault's stack, without its message. */
export function framesOf(fault: Error): readonly string[] {
  return (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}
