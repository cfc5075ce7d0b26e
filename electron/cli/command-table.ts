import type { Command } from './command.ts';

/** Every command, in the order in which they are listed. A new one adds a line here and a file beside. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['screen', async () => (await import('./screen-command.ts')).screenCommand],
  ['decide', async () => (await import('./decide-command.ts')).decideCommand],
  ['policy', async () => (await import('./policy-command.ts')).policyCommand],
  ['import', async () => (await import('./import-command.ts')).importCommand],
  ['export', async () => (await import('./export-command.ts')).exportCommand],
  ['paper', async () => (await import('./paper-command.ts')).paperCommand],
  ['scan', async () => (await import('./scan-command.ts')).scanCommand],
  ['verify', async () => (await import('./verify-command.ts')).verifyCommand],
  ['check', async () => (await import('./check-command.ts')).checkCommand],
  ['recover', async () => (await import('./recover-command.ts')).recoverCommand],
  ['backup', async () => (await import('./backup-command.ts')).backupCommand],
  ['restore', async () => (await import('./restore-command.ts')).restoreCommand],
  ['key', async () => (await import('./key-command.ts')).keyCommand],
  ['report', async () => (await import('./report-command.ts')).reportCommand],
  ['demo', async () => (await import('./demo-command.ts')).demoCommand],
]);
