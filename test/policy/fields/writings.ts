/** The same name as different systems would print it. */
export function writingsOf(name: string): readonly string[] {
  const spaced = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_./-]+/g, ' ')
    .trim();
  const between = (mark: string): string => spaced.split(/\s+/).join(mark);
  const title = spaced.replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  return [
    name,
    name.toUpperCase(),
    name.toLowerCase(),
    title,
    between('_'),
    between('.'),
    between('-'),
    between(''),
    ` ${name} `,
    Array.from(name).join('\u200b'),
    name.replaceAll('a', '\u0430').replaceAll('e', '\u0435').replaceAll('o', '\u043e'),
    Array.from(name, (letter) =>
      /[A-Za-z0-9]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter,
    ).join(''),
  ];
}

/** The same name somewhere inside a structure. */
export function nestingsOf(name: string): readonly string[] {
  return [
    `person.${name}`,
    `person[${name}]`,
    `bookings.0.subject.${name}`,
    `arrestee/${name}`,
    `nc:${name}`,
    `${name}.value`,
  ];
}
