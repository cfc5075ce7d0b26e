import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The generator lies beside the repository; a bare clone does without it. */
const GENERATOR = resolve(import.meta.dirname, '../../../../shared/tools/make-bookings.mjs');
export const REAL = resolve(import.meta.dirname, '../../../../shared/data/real');
export const hasGenerator = existsSync(GENERATOR);
export const hasRealFiles = existsSync(join(REAL, 'nyc-doc-20160602.csv'));

export type GeneratorOptions = Readonly<Record<string, string>>;

/** One record as the generator prints it in JSON: what a perfect importer would have read. */
export interface Generated {
  readonly kinds: readonly string[];
  readonly record: Readonly<Record<string, unknown>>;
}

/** Makes a CSV file and answers what is in it, record by record. */
export function generate(
  folder: string,
  options: GeneratorOptions,
): { readonly csv: string; readonly records: readonly Generated[] } {
  const csv = join(folder, 'bookings.csv');
  const truth = join(folder, 'truth.csv');
  const json = join(folder, 'bookings.jsonl');
  run({ ...options, out: csv, truth });
  run({ n: options['n'] ?? '1000', ...shares(options), format: 'jsonl', out: json });
  const kinds = readFileSync(truth, 'utf8').trim().split('\n').slice(1);
  const lines = readFileSync(json, 'utf8').trim().split('\n');
  const latin = options['encoding'] === 'latin1';
  return {
    csv,
    records: lines.map((line, index) => ({
      kinds: (kinds[index]?.split(',')[2] ?? '').split(' ').filter((kind) => kind !== ''),
      record: parse(latin ? toLatin(line) : line),
    })),
  };
}

function shares(options: GeneratorOptions): GeneratorOptions {
  const layout = ['headers', 'encoding', 'delimiter', 'rows', 'eol', 'dates', 'status-columns'];
  return Object.fromEntries(Object.entries(options).filter(([name]) => !layout.includes(name)));
}

function run(options: GeneratorOptions): void {
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  execFileSync(process.execPath, [GENERATOR, ...flags], { stdio: ['ignore', 'ignore', 'ignore'] });
}

/** What the generator's Latin-1 loses. */
function toLatin(line: string): string {
  return line.replaceAll('’', "'").replace(/[^\0-\xff]/g, '?');
}

function parse(line: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(line);
  return objectOf(value);
}

export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}
