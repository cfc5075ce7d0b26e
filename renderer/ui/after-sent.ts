/** What stands in a form after its answer: a box that was typed in meanwhile as it is, every other as it begins. */
export function afterSent<T extends Readonly<Record<string, string>>>(sent: T, now: T, begins: T): T {
  const typed = Object.entries(now).filter(([name, text]) => text !== sent[name]);
  return { ...begins, ...Object.fromEntries(typed) };
}
