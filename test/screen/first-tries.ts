// What anybody would try first on the screen: short lines as plain as can be, that tell status beyond doubt or tell none.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SCREEN_FIELDS, type ScreenField } from '../../policy/screen/verdict.ts';

/** A line, and a box that it stands in. */
export interface FirstTry {
  readonly text: string;
  readonly field: ScreenField;
}

function fieldsIn(head: string): readonly ScreenField[] {
  return head.split(',').map((name) => {
    const field = SCREEN_FIELDS.find((one) => one === name);
    if (field === undefined) throw new Error(`first-tries: no box is called ${name}`);
    return field;
  });
}

/** One text a line; a line that begins with # names the boxes of those below it. */
export function firstTries(kind: 'telling' | 'clean'): readonly FirstTry[] {
  const lines = readFileSync(resolve(import.meta.dirname, `first-tries/${kind}.txt`), 'utf8').split('\n');
  let fields: readonly ScreenField[] = [];
  return lines.flatMap((line) => {
    if (line === '') return [];
    if (line.startsWith('#')) {
      fields = fieldsIn(line.slice(1));
      return [];
    }
    return fields.map((field) => ({ text: line, field }));
  });
}
