import { drawFrom } from './draw.ts';
import { oneByte } from './one-byte.ts';
import { structuralRecord } from './structural-record.ts';
import { structuralZip } from './structural-zip.ts';
import type { Base, Mutation } from './mutation.ts';

/** The mutation of this number: two thirds of them change one byte, the others how the parts are put together. */
export async function drawMutation(base: Base, seed: string, number: number): Promise<Mutation> {
  const draw = drawFrom(`${seed} ${String(number)}`);
  const kind = draw.below(9);
  if (kind < 6) return oneByte(base, draw);
  return kind < 8 ? structuralRecord(base, draw) : structuralZip(base, draw);
}
