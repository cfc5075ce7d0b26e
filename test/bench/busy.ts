/** Milliseconds that this program had a processor: what else runs on the machine does not count. */
export function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
