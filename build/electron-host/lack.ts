// What a machine lacks, in words, and the command that brings it.

/** What is lacking, and the packages that bring it, each with the names it goes by. */
export interface Lack {
  readonly libraries: readonly string[];
  readonly commands: readonly string[];
  readonly packages: readonly (readonly string[])[];
}

export interface Person {
  readonly root: boolean;
  /** Whether `sudo` is there to ask. */
  readonly sudo: boolean;
}

/** One line, however many libraries a bare machine lacks. */
export function inWords(lack: Lack): string {
  const [first = '', ...others] = lack.libraries;
  const many = `${String(lack.libraries.length)} shared libraries (${first} and others)`;
  const libraries = others.length === 0 ? lack.libraries : [many];
  return [...libraries, ...lack.commands].join(', ');
}

/** Takes the first name of each package that apt knows here; the first of all where it knows none. */
export function packageNames(lack: Lack, known: ReadonlySet<string>): string[] {
  return lack.packages.map((choice) => choice.find((name) => known.has(name)) ?? choice[0] ?? '');
}

/** The whole line to type: the lists of a fresh machine are empty, so they come first. */
export function commandFor(names: readonly string[], person: Person): string {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (person.root) return command;
  return person.sudo ? `sudo sh -c '${command}'` : `su - -c '${command}'`;
}
