import { expect, it } from 'vitest';
import { howSure } from '../../../policy/decide/how-sure.ts';
import { loadPack } from '../../../policy/packs/load-pack.ts';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };

const loaded = loadPack(westborough);
if (!loaded.ok) throw new Error(loaded.problems.join());
const { pack } = loaded;

it('asks less of a question than of a notice under the same ground: policy 1(b), 2', () => {
  expect(howSure(pack, 'ask-status', '2e')).toEqual({
    act: 'Reasonable belief that the person has a part in what section 2 lists',
    ground: 'Probable cause, by basis of knowledge and veracity',
  });
  expect(howSure(pack, 'notify-ice', '2e').act).toBe('What the ground itself asks for');
});

it('says nothing where the pack says nothing', () => {
  expect(howSure(pack, 'detain', 'X1')).toEqual({ act: null, ground: null });
  expect(howSure(pack, null, null)).toEqual({ act: null, ground: null });
});
