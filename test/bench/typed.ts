/** What somebody types into the search, key by key. */
export const TYPED = [
  'garabenez',
  'marga bo',
  'danala dana 1987',
  'noel her',
  '2019-00412',
  '412',
  '1994-07-19',
  '07/19/1994',
  '20140605',
  'bar 1970-03',
  'nobody at all',
] as const;
