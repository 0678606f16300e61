/** Texts of `/papers cite` and of citations elsewhere. */
export const cite = {
  shown: '{papers, plural, one {# paper} other {# papers}} as {format}:',
  inFile: '{papers, plural, one {# paper} other {# papers}} as {format}, in the file.',
  plainText: 'plain text',
  tooMany:
    'I cite {limit, number} papers at a time: these are the first ones of {total, number}. Choose fewer days for the others.',
  unknown: 'I do not know {papers}, and left that out. Check the id, or search with `/papers search`.',
  nothingNamed:
    'Say which papers: `id` takes ids and addresses, and `since` takes a day, for all papers of this channel’s digests from then on.',
  bothNamed:
    'Give either `id` or days, not both: `id` is for single papers, and days are for the digests of this channel.',
  unreadableId:
    '“{typed}” is not an arXiv id, DOI or address that I know. Write it as in `2406.01234`, and put spaces between several.',
  tooManyIds: 'I look up at most {limit, number} papers at a time, and you named {named, number}. Name fewer.',
  unreadableDay:
    '“{typed}” is not a day up to today that I can read. Write it as in `2026-06-01`, `2026-06`, `monday` or `2 weeks`.',
  wrongOrder: 'The last day, {until}, is before the first one, {since}. Swap `since` and `until`.',
  noDigests: 'This channel got no papers in digests of those days. Choose other days, or name papers with `id`.',
  tooLarge: 'The file would have more than {limit, number} MB, and Discord refuses it. Choose fewer days.',
} as const;
