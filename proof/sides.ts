/** Whether a hash of a proof stands left or right of what was reached so far. */
export type Side = 'left' | 'right';

const half = (value: number): number => Math.floor(value / 2);

/**
 * On which side each hash of a proof stands, from the leaf up to the root: `fn` and `sn` of RFC 9162 sections 2.1.3.2
 * and 2.1.4.2. A proof has exactly as many hashes.
 * @param leaf place of the leaf, or of a subtree, on its level
 * @param last place of the last one on that level
 */
export function sidesOf(leaf: number, last: number): readonly Side[] {
  const sides: Side[] = [];
  let fn = leaf;
  let sn = last;
  while (sn > 0) {
    const left = fn % 2 === 1 || fn === sn;
    sides.push(left ? 'left' : 'right');
    while (left && fn % 2 === 0 && fn !== 0) {
      fn = half(fn);
      sn = half(sn);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sides;
}
