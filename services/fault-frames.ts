/** A line of a stack: `at name (file:line:col)`, or the place alone; its file is a path, a URL or a module of Node. */
const FRAME = /^ {4}at (?:(?:async )?[^()\n]+ \((?<place>[^()\n]+)\)|(?:async )?(?<bare>\S+))$/;
const PLACE = /^(?:file:\/\/|node:|\/|[A-Za-z]:\\).+:\d+:\d+$/;

function isFrame(line: string): boolean {
  const { place, bare } = FRAME.exec(line)?.groups ?? {};
  return PLACE.test(place ?? bare ?? '');
}

/** What stands behind the message; all of it where the stack does not hold the message, as where that was changed. */
function behind(stack: string, message: string): string {
  const at = message === '' ? -1 : stack.indexOf(message);
  return at < 0 ? stack : stack.slice(at + message.length);
}

/**
 * Function names and places of a fault's stack, without its message: that may hold what somebody typed, in lines that
 * look like these. Only the last lines count, as far as they have no other between them, and only behind the message.
 */
export function framesOf(fault: Error): readonly string[] {
  const lines = behind(fault.stack ?? '', fault.message).split('\n');
  const before = lines.findLastIndex((line) => !/^\s+at /.test(line));
  return lines
    .slice(before + 1)
    .filter(isFrame)
    .map((line) => line.trim());
}
