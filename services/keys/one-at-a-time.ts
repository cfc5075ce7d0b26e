/** What was asked for last, by name. */
const last = new Map<string, Promise<unknown>>();

/** Does one piece of work of a name after the other, in the order asked for, whatever became of the one before. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
  last.set(name, mine);
  try {
    return await mine;
  } finally {
    if (last.get(name) === mine) last.delete(name);
  }
}
