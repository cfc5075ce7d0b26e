// Statutes as they are written: `265/15A/A`, `c.265 s.15A`, `MGL ch 265 § 15A`, `265 15a`, `M.G.L. c.265 ss.22A, 22B`.

/** A chapter and, where it is told, a section and what follows it (a court code's last part), in capitals. */
export interface Statute {
  readonly chapter: string;
  readonly section: string | null;
  readonly rest: string | null;
}

const WRITTEN =
  /^(?:m\.?\s*g\.?\s*l\.?[\s,]*)?(?:chapter|ch|c)?[\s.]*(\d{1,3}[a-z]?)(?:[\s.,/-]*(?:§+|sections?|sec|ss|s)?[\s./-]*(\d{1,3}[a-z]{0,2}))?(?:[\s./-]+([a-z]{1,2}))?$/i;

/** Reads a statute out of what somebody typed or a file says; null where it is none. */
export function readStatute(text: string): Statute | null {
  const match = WRITTEN.exec(text.slice(0, 60).trim());
  const chapter = match?.[1];
  if (match === null || chapter === undefined) return null;
  return {
    chapter: chapter.toUpperCase(),
    section: match[2]?.toUpperCase() ?? null,
    rest: match[3]?.toUpperCase() ?? null,
  };
}

/** Chapters and sections that a citation of the catalogue names: `c.265 ss.22A, 22B` is two. */
export function statutesOf(citation: string): readonly Statute[] {
  return [...citation.matchAll(/c\.(\d{1,3}[A-Z]?) ss?\.([^;]*)/g)].flatMap(([, chapter = '', sections = '']) =>
    [...sections.replace(/\([^)]*\)/g, '').matchAll(/\b\d{1,3}[A-Z]{0,2}\b(?! ?\/)/g)].map(([section]) => ({
      chapter,
      section,
      rest: null,
    })),
  );
}
